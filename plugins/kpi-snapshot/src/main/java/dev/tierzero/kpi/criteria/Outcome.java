package dev.tierzero.kpi.criteria;

import dev.tierzero.kpi.model.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a condition came to, and why. Combinations follow Kleene's logic: what is unknown decides nothing, and is overruled by whatever
 * does.
 */
record Outcome(Verdict verdict, List<Evidence> evidence) {

    Outcome {
        evidence = List.copyOf(evidence);
    }

    static Outcome of(Verdict verdict, Evidence evidence) {
        return new Outcome(verdict, List.of(evidence));
    }

    static Outcome unknown(Evidence evidence) {
        return of(Verdict.UNKNOWN, evidence);
    }

    /** Met when all are; not met when one is not. */
    static Outcome all(List<Outcome> parts) {
        return combined(parts, Verdict.NOT_MET, Verdict.MET);
    }

    /** Met when one is; not met when none is. */
    static Outcome any(List<Outcome> parts) {
        return combined(parts, Verdict.MET, Verdict.NOT_MET);
    }

    /** The opposite; of what is unknown, the opposite is unknown. */
    Outcome not() {
        return switch (verdict) {
            case MET -> new Outcome(Verdict.NOT_MET, evidence);
            case NOT_MET -> new Outcome(Verdict.MET, evidence);
            case UNKNOWN -> this;
        };
    }

    private static Outcome combined(List<Outcome> parts, Verdict decides, Verdict otherwise) {
        Stream<Verdict> verdicts = parts.stream().map(Outcome::verdict);
        Verdict verdict = verdicts.reduce(otherwise, (a, b) -> {
            if (a == decides || b == decides) {
                return decides;
            }
            return a == Verdict.UNKNOWN || b == Verdict.UNKNOWN ? Verdict.UNKNOWN : otherwise;
        });
        return new Outcome(
                verdict,
                parts.stream().flatMap(part -> part.evidence().stream()).toList());
    }
}
