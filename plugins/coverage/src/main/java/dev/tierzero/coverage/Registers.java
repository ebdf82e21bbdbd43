package dev.tierzero.coverage;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.SiteView;
import java.util.List;
import java.util.Optional;

/** The registers that coverage is measured by; a register that a site does not have is empty. */
record Registers(
        List<Code> codes,
        List<Alert> alerts,
        List<Service> services,
        List<Team> teams,
        List<Deliverable> deliverables,
        List<Role> roles) {

    static Registers of(SiteView site) {
        return new Registers(
                site.register("codes").orElse(List.of()).stream().map(Code::new).toList(),
                site.register("alerts").orElse(List.of()).stream()
                        .map(Alert::new)
                        .toList(),
                foreign(site, "services").stream().map(Service::new).toList(),
                site.register("teams").orElse(List.of()).stream().map(Team::new).toList(),
                site.register("deliverables").orElse(List.of()).stream()
                        .map(Deliverable::new)
                        .toList(),
                foreign(site, "owners").stream().map(Role::new).toList());
    }

    /** A register whose schema is another plugin's: read as it is, so that coverage works without that plugin. */
    private static List<DataNode> foreign(SiteView site, String name) {
        return site.data("_data/" + name + ".yaml").map(DataNode::items).orElse(List.of()).stream()
                .filter(entry ->
                        entry.kind() == DataNode.Kind.MAP && entry.text("id").isPresent())
                .toList();
    }

    Optional<Code> code(String id) {
        return codes.stream().filter(code -> code.id().equals(id)).findFirst();
    }

    Optional<Service> service(String id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    /** The service whose playbook this page is. */
    Optional<Service> ofPlaybook(String path) {
        return services.stream()
                .filter(service -> service.playbook().filter(path::equals).isPresent())
                .findFirst();
    }

    Optional<Role> role(String id) {
        return roles.stream().filter(role -> role.id().equals(id)).findFirst();
    }

    /** The title of a role; its id when the register does not know it. */
    String roleTitle(String id) {
        return role(id).map(Role::title).orElse(id);
    }
}
