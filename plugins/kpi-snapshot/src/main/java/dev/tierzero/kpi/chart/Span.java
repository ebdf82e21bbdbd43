package dev.tierzero.kpi.chart;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that a chart shows.
 *
 * @param from left edge
 * @param to right edge, later
 */
record Span(Instant from, Instant to) {

    /** Half the time around a single moment. */
    private static final Duration HALF = Duration.ofDays(4);

    /** From the first point to the last. */
    static Span of(History history) {
        Instant first = history.points().get(0).at();
        Instant last = history.last().at();
        return first.equals(last) ? new Span(first.minus(HALF), last.plus(HALF)) : new Span(first, last);
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }

    /** How far right a moment stands, from 0 to 1; a moment outside stands at the edge. */
    double share(Instant at) {
        if (!at.isAfter(from)) {
            return 0;
        }
        if (!at.isBefore(to)) {
            return 1;
        }
        return (double) Duration.between(from, at).toMillis()
                / Duration.between(from, to).toMillis();
    }
}
