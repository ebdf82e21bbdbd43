package dev.tierzero.kpi.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a KPI.
 *
 * @param kpi its id
 * @param state how the last attempt ended; {@code FRESH} also when nothing was asked and there are committed values. Never {@code
 *     STALE}: that depends on the day it is asked, see {@link #stateAt}
 * @param observations ascending, at most one an instant, at most {@value #MOST}
 * @param problem why there is no newer value, in a few words without a full stop; empty when all is well
 * @param lastAttempt when the source was last asked; empty when nothing was: offline, or committed figures
 */
public record Snapshot(
        String kpi, State state, List<Observation> observations, String problem, Optional<Instant> lastAttempt) {

    /** Observations kept; older ones stay in the committed history only. */
    public static final int MOST = 2_000;

    /** Clocks may differ by so much: 5 minutes. */
    public static final Duration SKEW = Duration.ofMinutes(5);

    /** @throws IllegalArgumentException when observations are not ascending, or the state is {@code STALE} */
    public Snapshot {
        Objects.requireNonNull(kpi, "kpi");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(lastAttempt, "lastAttempt");
        List<Observation> kept = observations.subList(Math.max(0, observations.size() - MOST), observations.size());
        observations = List.copyOf(kept);
        for (int i = 1; i < observations.size(); i++) {
            if (!observations
                    .get(i - 1)
                    .observedAt()
                    .isBefore(observations.get(i).observedAt())) {
                throw new IllegalArgumentException(kpi + " has no ascending observations");
            }
        }
        if (state == State.STALE) {
            throw new IllegalArgumentException(kpi + " cannot be kept as stale");
        }
    }

    /** A KPI of which nothing is known. */
    public static Snapshot none(String kpi) {
        return new Snapshot(kpi, State.NO_DATA, List.of(), "", Optional.empty());
    }

    /** The last observation. */
    public Optional<Observation> last() {
        return observations.isEmpty() ? Optional.empty() : Optional.of(observations.get(observations.size() - 1));
    }

    /**
     * The state as a reader at that time sees it: a fresh value has become stale when it is older than the age allowed. One from the
     * future, by more than clocks may differ, is invalid.
     */
    public State stateAt(Instant when, Duration maxAge) {
        if (state != State.FRESH || observations.isEmpty()) {
            return state;
        }
        Instant observedAt = observations.get(observations.size() - 1).observedAt();
        if (observedAt.isAfter(when.plus(SKEW))) {
            return State.INVALID;
        }
        return observedAt.plus(maxAge).isBefore(when) ? State.STALE : State.FRESH;
    }
}
