package dev.tierzero.coverage;

import dev.tierzero.api.Document;
import dev.tierzero.api.run.RunRecord;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Times to recovery of the runs that were held.
 *
 * @param runs at least one; incidents and exercises, no demonstrations
 */
record RunStatistics(List<RunRecord> runs, Rto rto) {

    /** The times of a procedure's own runs. */
    static RunStatistics of(Inventory inventory, Document procedure) {
        return new RunStatistics(inventory.runs().held(procedure), DrillAxis.rto(inventory, procedure));
    }

    /** Whether there is anything that one run alone does not say. */
    boolean saysMore() {
        return runs.size() > 1;
    }

    Duration median() {
        return Clock.median(runs.stream().map(RunRecord::timeToRecovery).toList());
    }

    Duration worst() {
        return runs.stream()
                .map(RunRecord::timeToRecovery)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** {@code Median 38:12, worst 130:05 (over the RTO of 1-2 h by 10:05), 3 runs}. */
    String text() {
        String against = rto.limit().isPresent() ? " (" + rto.verdict(worst()) + ")" : "";
        return "Median " + Clock.of(median()) + ", worst " + Clock.of(worst()) + against + ", " + runs.size()
                + (runs.size() == 1 ? " run" : " runs");
    }
}
