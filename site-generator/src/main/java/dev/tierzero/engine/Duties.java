package dev.tierzero.engine;

import dev.tierzero.api.DataNode;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.Escalation;
import dev.tierzero.model.Settings;
import dev.tierzero.source.DataFile;
import dev.tierzero.source.OwnerRegister;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who answers for what, as the site's registers say. What is wrong with them is told by those who check them; here an entry that says
 * nothing is left out.
 */
final class Duties {

    private static final String SERVICES = "_data/services.yaml";
    private static final String ALERTS = "_data/alerts.yaml";

    private final ContentFiles content;

    private Duties(ContentFiles content) {
        this.content = content;
    }

    static Escalation of(ContentFiles content, Settings settings, Contacts contacts) {
        Duties duties = new Duties(content);
        return new Escalation(
                settings.support(), duties.roles(), duties.services(), contacts.people(), contacts.isRestricted());
    }

    private List<Escalation.Role> roles() {
        List<Escalation.Role> roles = new ArrayList<>();
        for (DataNode role : entries(OwnerRegister.PATH)) {
            String id = text(role, "id");
            if (!id.isEmpty() && role.flag("active").orElse(true)) {
                roles.add(new Escalation.Role(
                        id, role.text("title").orElse(id), text(role, "deputy"), text(role, "channel")));
            }
        }
        return roles;
    }

    private List<Escalation.Duty> services() {
        List<DataNode> alerts = entries(ALERTS);
        List<Escalation.Duty> duties = new ArrayList<>();
        for (DataNode service : entries(SERVICES)) {
            String id = text(service, "id");
            if (id.isEmpty()) {
                continue;
            }
            List<Escalation.Alert> about = alerts.stream()
                    .filter(alert -> text(alert, "service").equals(id))
                    .filter(alert -> !text(alert, "id").isEmpty())
                    .map(alert ->
                            new Escalation.Alert(text(alert, "id"), text(alert, "severity"), text(alert, "runbook")))
                    .toList();
            duties.add(new Escalation.Duty(id, service.text("title").orElse(id), text(service, "owner"), about));
        }
        return duties;
    }

    private static String text(DataNode node, String key) {
        return node.text(key).orElse("");
    }

    private List<DataNode> entries(String path) {
        try {
            Optional<byte[]> bytes = content.read(path);
            return bytes.flatMap(b -> DataFile.read(content.file(path), b).root())
                    .filter(root -> root.kind() == DataNode.Kind.LIST)
                    .map(DataNode::items)
                    .orElse(List.of());
        } catch (IOException e) {
            return List.of(); // It has changed since the scan: the next run reads it.
        }
    }
}
