package dev.tierzero.coverage;

import dev.tierzero.api.TimeSpan;
import java.time.Duration;
import java.util.Optional;

/**
 * A recovery time objective.
 *
 * @param text as written: {@code 1-2 h}
 * @param limit the longest time that it allows; empty when the text names none
 */
record Rto(String text, Optional<Duration> limit) {

    /** Read as the page's own run section reads it, so that both give one verdict. */
    static Rto of(String text) {
        return new Rto(text, TimeSpan.of(text));
    }

    /** What a time to recovery is worth. */
    String verdict(Duration took) {
        if (limit.isEmpty()) {
            return "RTO not decided";
        }
        Duration over = took.minus(limit.get());
        return over.isNegative() || over.isZero()
                ? "within the RTO of " + text
                : "over the RTO of " + text + " by " + Clock.of(over);
    }

    boolean exceeded(Duration took) {
        return limit.filter(most -> took.compareTo(most) > 0).isPresent();
    }
}
