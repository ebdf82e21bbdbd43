package dev.tierzero.runbook.facts;

import dev.tierzero.api.SiteFiles;
import dev.tierzero.runbook.facts.Roles.Role;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Rule;
import java.util.Optional;

/** Every active role of the register has a deputy, which is another active role. */
public final class Deputies {

    private Deputies() {}

    /** Reports roles without one. A deputy that is no role is a finding of the registers. */
    public static void check(SiteFiles site, Findings findings) {
        Roles.of(site).ifPresent(roles -> roles.byId().values().stream()
                .filter(Role::isActive)
                .forEach(role -> check(roles, role, findings)));
    }

    private static void check(Roles roles, Role role, Findings findings) {
        if (role.deputy().isEmpty()) {
            findings.add(
                    Rule.RB047,
                    role.position(),
                    "role \"" + role.id() + "\" has no deputy",
                    "name an active role that answers when this one cannot: deputy: …");
            return;
        }
        String deputy = role.deputy().get();
        Optional<Role> other = roles.role(deputy);
        if (deputy.equals(role.id())) {
            findings.add(
                    Rule.RB047,
                    role.deputyPosition(),
                    "role \"" + role.id() + "\" is its own deputy",
                    "name another active role");
        } else if (other.filter(found -> !found.isActive()).isPresent()) {
            findings.add(
                    Rule.RB047,
                    role.deputyPosition(),
                    "deputy \"" + deputy + "\" of \"" + role.id() + "\" is not active any more",
                    roles.standIn(role)
                            .filter(id -> !id.equals(role.id()))
                            .map(id -> "name an active one, such as " + id)
                            .orElse("name an active role"));
        }
    }
}
