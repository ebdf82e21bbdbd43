package dev.tierzero.findings;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Suppression;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes findings out that suppressions cover, and keeps account of which suppression had something to do. One run, one thread. */
final class Silencing {

    private final Agreed agreed;
    private final Map<String, List<Suppression>> byFile = new HashMap<>();
    private final Set<Use> used = new HashSet<>();
    private Optional<Set<String>> auditCodes = Optional.empty();

    private record Use(Suppression suppression, String code) {}

    Silencing(Agreed agreed) {
        this.agreed = agreed;
        for (Suppression suppression : agreed.suppressions()) {
            byFile.computeIfAbsent(suppression.position().file(), file -> new ArrayList<>())
                    .add(suppression);
        }
    }

    /** What is left. */
    List<Diagnostic> heard(Collection<Diagnostic> found) {
        return byFile.isEmpty()
                ? List.copyOf(found)
                : found.stream().filter(d -> !isSilenced(d)).toList();
    }

    private boolean isSilenced(Diagnostic found) {
        if (Codes.isLoud(found.code())) {
            return false;
        }
        boolean silenced = isCovered(found, found.position());
        for (SourcePosition from : found.includedFrom()) {
            silenced |= isCovered(found, from);
        }
        return silenced;
    }

    private boolean isCovered(Diagnostic found, SourcePosition place) {
        boolean covered = false;
        for (Suppression suppression : byFile.getOrDefault(place.file(), List.of())) {
            if (suppression.codes().contains(found.code()) && suppression.covers(place)) {
                used.add(new Use(suppression, found.code()));
                covered |= !isExpired(suppression);
            }
        }
        return covered;
    }

    private boolean isExpired(Suppression suppression) {
        Optional<LocalDate> today = agreed.asOf();
        return today.isPresent() && suppression.until().isBefore(today.get());
    }

    /** What is wrong with suppressions, after all findings were heard. */
    List<Diagnostic> diagnostics() {
        List<Diagnostic> found = new ArrayList<>();
        for (Suppression suppression : agreed.suppressions()) {
            List<String> idle = suppression.codes().stream()
                    .filter(code -> !used.contains(new Use(suppression, code)))
                    .toList();
            boolean judged = !agreed.unshown().contains(suppression.position().file());
            if (!idle.isEmpty() && judged) {
                List<String> surely =
                        idle.stream().filter(this::isFoundOnAnyDay).toList();
                if (!surely.isEmpty()) {
                    found.add(idle(suppression, surely));
                }
            }
            if (isExpired(suppression) && idle.size() < suppression.codes().size()) {
                found.add(expired(suppression));
            }
        }
        return found;
    }

    private boolean isFoundOnAnyDay(String code) {
        if (agreed.asOf().isPresent()) {
            return true;
        }
        Set<String> codes = auditCodes.orElseGet(agreed.auditCodes());
        auditCodes = Optional.of(codes);
        return !codes.contains(code);
    }

    private static Diagnostic idle(Suppression suppression, List<String> codes) {
        boolean page = suppression.lines().equals(Suppression.Lines.ALL);
        String what = String.join(", ", codes);
        return Diagnostic.warning(
                "IG007",
                suppression.position(),
                "nothing to silence: " + what + (codes.size() == 1 ? " is" : " are") + " not found "
                        + (page ? "on this page" : "in the block below"),
                codes.size() == suppression.codes().size()
                        ? "delete the suppression"
                        : "take " + what + " out of the suppression");
    }

    private static Diagnostic expired(Suppression suppression) {
        return Diagnostic.error(
                "IG008",
                suppression.position(),
                "the suppression of " + String.join(", ", suppression.codes()) + " ended on " + suppression.until(),
                "mend what it hides, or agree on a new day: " + suppression.reason());
    }
}
