package dev.tierzero.coverage;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import java.util.List;

/** Roles that registers name and that nobody knows. Owners of pages are another plugin's care. */
final class OwnerCheck {

    private OwnerCheck() {}

    static List<Diagnostic> of(Inventory inventory) {
        Findings findings = inventory.findings();
        List<String> known =
                inventory.registers().roles().stream().map(Role::id).toList();
        if (!known.isEmpty()) {
            for (String path : inventory.site().files("_data")) {
                if (path.matches("_data/[^/]+\\.ya?ml")) {
                    inventory
                            .site()
                            .data(path)
                            .map(DataNode::items)
                            .orElse(List.of())
                            .forEach(entry -> roles(entry, known, findings));
                }
            }
        }
        return findings.all();
    }

    private static void roles(DataNode entry, List<String> known, Findings findings) {
        for (String key : List.of("owner", "deputy")) {
            entry.text(key)
                    .filter(role -> !known.contains(role))
                    .ifPresent(role -> findings.error(
                            "CV060",
                            entry.position(key),
                            key + " " + role + " is not in the register of owners",
                            Hint.near(role, known, "add the role to content/_data/owners.yaml, or name another")));
        }
    }
}
