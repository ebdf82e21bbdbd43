package dev.tierzero.findings;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Settles what is reported: one rule for the findings of every stage and every plugin. */
public final class Findings {

    private Findings() {}

    /**
     * What is reported of all that a run found, in total order: without what suppressions cover, with one remark for the known findings
     * of a file, and with what is wrong with suppressions and baseline themselves.
     */
    public static List<Diagnostic> settled(Collection<Diagnostic> found, Agreed agreed) {
        Silencing silencing = new Silencing(agreed);
        List<Diagnostic> left = silencing.heard(found);
        List<Diagnostic> settled = new ArrayList<>(agreed.baseline().diagnostics());
        settled.addAll(silencing.diagnostics());
        settled.addAll(ratcheted(left, agreed.baseline(), true));
        return ordered(settled);
    }

    /** The same of what was found so far: nothing is said about findings that are not there. */
    public static List<Diagnostic> settledPart(Collection<Diagnostic> found, Agreed agreed) {
        return ordered(ratcheted(new Silencing(agreed).heard(found), agreed.baseline(), false));
    }

    /** What suppressions leave, in total order. */
    public static List<Diagnostic> heard(Collection<Diagnostic> found, Agreed agreed) {
        return ordered(new Silencing(agreed).heard(found));
    }

    private static List<Diagnostic> ordered(Collection<Diagnostic> found) {
        return found.stream().sorted().distinct().toList();
    }

    private static List<Diagnostic> ratcheted(List<Diagnostic> found, Baseline baseline, boolean whole) {
        if (baseline.entries().isEmpty()) {
            return found;
        }
        SortedMap<Baseline.Key, Integer> counts = new TreeMap<>(Baseline.counts(found));
        counts.keySet().retainAll(baseline.entries().keySet());
        List<Diagnostic> told = found.stream()
                .filter(d -> !Baseline.isCounted(d) || !isKnown(d, counts, baseline))
                .collect(Collectors.toCollection(ArrayList::new));
        baseline.entries().forEach((key, entry) -> {
            int count = counts.getOrDefault(key, 0);
            if (count > entry.count()) {
                told.add(rise(key, entry, count));
            } else if (count > 0) {
                told.add(known(key, count));
            }
            if (whole && count < entry.count()) {
                told.add(fall(key, entry, count));
            }
        });
        return told;
    }

    private static boolean isKnown(Diagnostic found, SortedMap<Baseline.Key, Integer> counts, Baseline baseline) {
        Baseline.Key key = Baseline.Key.of(found);
        Baseline.Entry entry = baseline.entries().get(key);
        return entry != null && counts.getOrDefault(key, 0) <= entry.count();
    }

    private static Diagnostic known(Baseline.Key key, int count) {
        return Diagnostic.info(
                "BL001",
                SourcePosition.ofFile(key.file()),
                "known: " + count + " " + (count == 1 ? "finding" : "findings") + " of " + key.code(),
                "mend them when you work on this file; then ./tier0 check --update-baseline");
    }

    private static Diagnostic rise(Baseline.Key key, Baseline.Entry entry, int count) {
        return Diagnostic.error(
                "BL002",
                SourcePosition.ofFile(key.file()),
                count + " findings of " + key.code() + ", and the baseline knows " + entry.count(),
                "mend at least " + (count - entry.count()) + " of them");
    }

    private static Diagnostic fall(Baseline.Key key, Baseline.Entry entry, int count) {
        return Diagnostic.warning(
                "BL003",
                entry.position(),
                "the baseline can fall from " + entry.count() + " to " + count + ": " + key.code() + " in "
                        + key.file(),
                "run ./tier0 check --update-baseline and commit the file");
    }
}
