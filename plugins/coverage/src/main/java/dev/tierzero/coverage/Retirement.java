package dev.tierzero.coverage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the register says of codes that are no longer printed. */
final class Retirement {

    private Retirement() {}

    /** An active code says nothing of a retirement. */
    static void refuse(Code code, Findings findings) {
        for (String key : List.of("retired-in", "replaced-by")) {
            if (code.entry().text(key).isPresent()) {
                findings.error(
                        "CV007",
                        code.at(key),
                        code.id() + " says " + key + ", but it is active",
                        "add \"status: retired\", or take the field away");
            }
        }
    }

    /** A retired code says since when, and what replaces it is in the register. */
    static void check(Inventory inventory, Code code, Findings findings) {
        if (code.entry().text("retired-in").isEmpty()) {
            findings.error(
                    "CV007",
                    code.at("status"),
                    code.id() + " is retired, but does not say since which version",
                    "add \"retired-in:\" with the first version that no longer prints it");
        }
        Set<String> seen = new TreeSet<>(Set.of(code.id()));
        Code last = code;
        while (last.replacedBy().isPresent()) {
            String next = last.replacedBy().get();
            Optional<Code> replacement = inventory.registers().code(next);
            if (replacement.isEmpty() || !seen.add(next)) {
                findings.error(
                        "CV007",
                        code.at("replaced-by"),
                        loose(code, next, seen.contains(next)),
                        looseHint(inventory, next));
                return;
            }
            last = replacement.get();
        }
    }

    private static String loose(Code code, String next, boolean circle) {
        return circle
                ? "the replacements of " + code.id() + " lead back to " + next
                : code.id() + " is replaced by " + next + ", which is not in the register of codes";
    }

    private static String looseHint(Inventory inventory, String next) {
        return Hint.near(
                next,
                inventory.registers().codes().stream()
                        .filter(code -> !code.retired() && !code.id().equals(next))
                        .map(Code::id)
                        .toList(),
                "name an active code, or leave \"replaced-by\" out");
    }
}
