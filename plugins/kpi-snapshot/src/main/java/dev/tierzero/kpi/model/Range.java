package dev.tierzero.kpi.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Values that can be true; anything else is a fault of the source.
 *
 * @param minimum the least, if there is one
 * @param maximum the most, if there is one
 */
public record Range(Optional<BigDecimal> minimum, Optional<BigDecimal> maximum) {

    /** Whether the value lies in it, ends included. */
    public boolean holds(BigDecimal value) {
        return minimum.map(m -> value.compareTo(m) >= 0).orElse(true)
                && maximum.map(m -> value.compareTo(m) <= 0).orElse(true);
    }

    /** This range, with other ends where they are given. */
    public Range with(Optional<BigDecimal> otherMinimum, Optional<BigDecimal> otherMaximum) {
        return new Range(otherMinimum.or(() -> minimum), otherMaximum.or(() -> maximum));
    }

    /** Whether nothing lies in it. */
    public boolean isEmpty() {
        return minimum.isPresent() && maximum.isPresent() && minimum.get().compareTo(maximum.get()) > 0;
    }

    /** {@code 0 to 100}, {@code 0 or more}, {@code 10 or less}, {@code any number}. */
    @Override
    public String toString() {
        if (minimum.isEmpty() && maximum.isEmpty()) {
            return "any number";
        }
        String low = minimum.map(BigDecimal::toPlainString).orElse("");
        String high = maximum.map(BigDecimal::toPlainString).orElse("");
        if (low.isEmpty()) {
            return high + " or less";
        }
        return high.isEmpty() ? low + " or more" : low + " to " + high;
    }
}
