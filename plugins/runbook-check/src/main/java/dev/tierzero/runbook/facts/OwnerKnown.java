package dev.tierzero.runbook.facts;

import dev.tierzero.api.SourcePosition;
import dev.tierzero.runbook.facts.Roles.Role;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.Rule;
import dev.tierzero.runbook.model.Words;
import java.util.Optional;

/** The owner of a page is an active role of the register; a procedure has one. */
final class OwnerKnown implements PageRule {

    @Override
    public void check(Page page, Findings findings) {
        Optional<Roles> roles = Roles.of(page.site());
        if (roles.isEmpty()) {
            return;
        }
        Optional<String> owner = page.document().metadata().text("owner");
        if (owner.isPresent()) {
            known(page, roles.get(), owner.get(), findings);
        } else if (page.isProcedure()) {
            findings.add(
                    Rule.RB044,
                    page.position("owner"),
                    "nobody owns this page",
                    "name a role of the register: owner: "
                            + roles.get().byId().keySet().stream().findFirst().orElse("platform-team"));
        }
    }

    private static void known(Page page, Roles roles, String owner, Findings findings) {
        SourcePosition position = page.position("owner");
        Optional<Role> role = roles.role(owner);
        if (role.isEmpty()) {
            findings.add(
                    Rule.RB045,
                    position,
                    "owner \"" + owner + "\" is no role of the register",
                    Words.nearest(owner, roles.byId().keySet())
                            .map(id -> "did you mean " + id + "?")
                            .orElse("name one of "
                                    + String.join(", ", roles.byId().keySet()) + ", or add it to _data/owners.yaml"));
        } else if (!role.get().isActive()) {
            findings.add(
                    Rule.RB046,
                    position,
                    "owner \"" + owner + "\" is not active any more",
                    roles.standIn(role.get())
                            .map(id ->
                                    "its deputy is active: write owner: " + id + ", if that role takes the page over")
                            .orElse("no deputy of it is active either: find the page a new owner"));
        }
    }
}
