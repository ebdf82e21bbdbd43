package dev.tierzero.findings;

import dev.tierzero.model.Suppression;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a site has settled about its findings.
 *
 * @param suppressions of all files
 * @param baseline of findings that were there before
 * @param asOf the day that expiries are measured by; only an audit has one
 * @param unshown files whose findings are not all there: drafts
 * @param auditCodes asks for the codes that findings have on some days only; called when a suppression would have nothing to do
 */
public record Agreed(
        List<Suppression> suppressions,
        Baseline baseline,
        Optional<LocalDate> asOf,
        Set<String> unshown,
        Supplier<Set<String>> auditCodes) {

    /** Copies. */
    public Agreed {
        suppressions = List.copyOf(suppressions);
        unshown = Set.copyOf(unshown);
    }
}
