package dev.tierzero.kpi.collect;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.kpi.model.Kpi;
import dev.tierzero.kpi.model.Observation;
import dev.tierzero.kpi.model.Snapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a source's values may be kept.
 *
 * @param observations that may, in any order
 * @param problem why the latest value may not, if so
 */
record Admission(List<Observation> observations, Optional<NoValue> problem) {

    Admission {
        observations = List.copyOf(observations);
    }

    /**
     * Admits values. One that cannot be true discredits the answer; one of a small group is left out alone.
     *
     * @param fetchedAt when they were read
     */
    static Admission of(Kpi kpi, List<Sample> samples, Instant fetchedAt) throws NoValue {
        BigDecimal scale = kpi.source().data().number("scale").orElse(BigDecimal.ONE);
        List<Observation> all = new ArrayList<>();
        for (Sample sample : samples) {
            Instant observedAt = sample.observedAt().orElse(fetchedAt);
            BigDecimal value = Values.scaled(sample.value(), scale);
            if (observedAt.isAfter(fetchedAt.plus(Snapshot.SKEW))) {
                throw NoValue.future();
            }
            if (!kpi.range().holds(value)) {
                throw NoValue.implausible("the value is outside " + kpi.range());
            }
            all.add(new Observation(observedAt, fetchedAt, value, sample.group()));
        }
        all.sort(null);
        List<Observation> kept = all.stream().filter(o -> !isSmall(o, kpi)).toList();
        boolean withheld = !all.isEmpty() && isSmall(all.get(all.size() - 1), kpi);
        return new Admission(kept, withheld ? Optional.of(NoValue.smallGroup(kpi.minimumGroup())) : Optional.empty());
    }

    /** Whether the group of an observation is too small to be shown. */
    static boolean isSmall(Observation observation, Kpi kpi) {
        return observation.group().isPresent() && observation.group().getAsLong() < kpi.minimumGroup();
    }

    /** Where the findings about a source's answers stand. */
    static SourcePosition position(Kpi kpi) {
        DataNode data = kpi.source().data();
        return data.get("url").isPresent() ? data.position("url") : data.position("type");
    }
}
