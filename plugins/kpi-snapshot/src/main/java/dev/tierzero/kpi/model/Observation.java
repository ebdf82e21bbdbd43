package dev.tierzero.kpi.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * One value of a KPI. Observations are ordered by when they were observed.
 *
 * @param observedAt when the value was true, as the source says; when it does not say, the time of {@code fetchedAt}
 * @param fetchedAt when it was read from the source
 * @param value in the KPI's unit
 * @param group how many people, machines or sessions it is about; empty when the source does not say
 */
public record Observation(Instant observedAt, Instant fetchedAt, BigDecimal value, OptionalLong group)
        implements Comparable<Observation> {

    private static final Comparator<Observation> ORDER = Comparator.comparing(Observation::observedAt)
            .thenComparing(Observation::fetchedAt)
            .thenComparing(Observation::value);

    /** None may be missing. */
    public Observation {
        Objects.requireNonNull(observedAt, "observedAt");
        Objects.requireNonNull(fetchedAt, "fetchedAt");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(group, "group");
    }

    /** An observation of a group of unknown size. */
    public static Observation of(Instant observedAt, Instant fetchedAt, BigDecimal value) {
        return new Observation(observedAt, fetchedAt, value, OptionalLong.empty());
    }

    /** Whether the source said when it was observed; else that time is only when it was fetched, and pages say so. */
    public boolean isDated() {
        return !observedAt.equals(fetchedAt);
    }

    @Override
    public int compareTo(Observation other) {
        return ORDER.compare(this, other);
    }
}
