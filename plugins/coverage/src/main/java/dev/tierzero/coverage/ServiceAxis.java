package dev.tierzero.coverage;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Document;
import dev.tierzero.api.Html;
import dev.tierzero.api.SourcePosition;
import java.util.List;
import java.util.Optional;

/** Services against the playbooks for their loss, both ways. */
final class ServiceAxis {

    private final Inventory inventory;

    private ServiceAxis(Inventory inventory) {
        this.inventory = inventory;
    }

    static Axis of(Inventory inventory) {
        ServiceAxis axis = new ServiceAxis(inventory);
        return new Axis(
                "services",
                "Services and their playbooks",
                "Every service has a playbook for its loss, or a page that says why not.",
                List.of("Service", "Provides", "Owner", "RTO", "RPO", "Playbook"),
                inventory.registers().services().stream().map(axis::row).toList(),
                axis.strayPages());
    }

    /** The hint for a service that the register does not know. */
    static String nearest(Inventory inventory, String id) {
        return Hint.near(
                id,
                inventory.registers().services().stream().map(Service::id).toList(),
                "add it to content/_data/services.yaml, or correct the name");
    }

    private Axis.Row row(Service service) {
        Findings findings = inventory.findings();
        playbook(service, findings);
        service.runbook()
                .filter(path -> !inventory.isRunbook(path))
                .ifPresent(path -> wrong(service, "runbook", path, findings));
        service.exception()
                .filter(path -> inventory.site().document(path).isEmpty())
                .ifPresent(path -> wrong(service, "exception", path, findings));
        boolean excused = service.playbook().isEmpty() && service.exception().isPresent();
        List<Html> cells = List.of(
                Html.text(service.title()),
                Cells.text(service.entry().text("provides").orElse("")),
                Cells.text(inventory
                        .registers()
                        .roleTitle(service.entry().text("owner").orElse(""))),
                Html.text(service.rto().orElse("Not decided")),
                Html.text(service.rpo().orElse("Not decided")),
                Cells.page(inventory, service.playbook().or(service::exception)));
        return Axis.Row.of(cells, findings, excused ? Axis.State.EXCEPTION : Axis.State.COVERED);
    }

    private void playbook(Service service, Findings findings) {
        if (service.playbook().isEmpty()) {
            if (service.exception().isEmpty()) {
                findings.hole(
                        "CV030",
                        service.at("id"),
                        "service " + service.id() + " has no playbook for its loss",
                        "write one of type dr-playbook and name it here as \"playbook\", or name the page that says why not as \"exception\"");
            }
            return;
        }
        String path = service.playbook().get();
        Optional<Document> page = inventory.site().document(path);
        if (page.filter(p -> p.type().equals("dr-playbook")).isEmpty()) {
            wrong(service, "playbook", path, findings);
            return;
        }
        page.get()
                .metadata()
                .text("service")
                .filter(id -> !id.equals(service.id()))
                .ifPresent(id -> findings.error(
                        "CV032",
                        page.get()
                                .metadata()
                                .position("service")
                                .orElse(SourcePosition.ofFile(page.get().file())),
                        "the register names this playbook for " + service.id() + ", the page says " + id,
                        "make both the same"));
    }

    private void wrong(Service service, String key, String path, Findings findings) {
        boolean there = inventory.site().document(path).isPresent();
        findings.error(
                "CV031",
                service.at(key),
                there
                        ? "the " + key + " of service " + service.id() + " is a page of another type: " + path
                        : "the " + key + " of service " + service.id() + " does not exist: " + path,
                there
                        ? "name a page of type " + (key.equals("playbook") ? "dr-playbook" : "runbook")
                        : inventory.nearestPage(
                                path, "write the page, or correct the path, which begins below content/"));
    }

    private List<Diagnostic> strayPages() {
        if (inventory.registers().services().isEmpty()) {
            return List.of();
        }
        Findings findings = inventory.findings();
        for (Document page : inventory.site().documents()) {
            page.metadata()
                    .text("service")
                    .filter(id -> inventory.registers().service(id).isEmpty())
                    .ifPresent(id -> findings.error(
                            "CV024",
                            page.metadata().position("service").orElse(SourcePosition.ofFile(page.file())),
                            "service " + id + " is not in the register of services",
                            nearest(inventory, id)));
        }
        for (Document playbook : inventory.playbooks()) {
            if (inventory.registers().ofPlaybook(playbook.path()).isEmpty()) {
                findings.hole(
                        "CV032",
                        playbook.metadata().position("service").orElse(SourcePosition.ofFile(playbook.file())),
                        "no service names this playbook",
                        "name it as \"playbook\" of its service in content/_data/services.yaml");
            }
        }
        return findings.all();
    }
}
