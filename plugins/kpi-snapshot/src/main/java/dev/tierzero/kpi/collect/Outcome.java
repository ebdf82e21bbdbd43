package dev.tierzero.kpi.collect;

import java.util.List;
import java.util.Optional;

/**
 * What asking a source came to.
 *
 * @param samples none when there is a failure
 */
record Outcome(List<Sample> samples, Optional<NoValue> failure) {

    Outcome {
        samples = List.copyOf(samples);
    }

    static Outcome of(List<Sample> samples) {
        return new Outcome(samples, Optional.empty());
    }

    static Outcome of(NoValue failure) {
        return new Outcome(List.of(), Optional.of(failure));
    }
}
