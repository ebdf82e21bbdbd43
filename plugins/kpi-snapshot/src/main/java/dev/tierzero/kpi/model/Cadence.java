package dev.tierzero.kpi.model;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How often a new value is expected. */
public enum Cadence {
    HOURLY(Duration.ofHours(1)),
    DAILY(Duration.ofDays(1)),
    WEEKLY(Duration.ofDays(7)),
    MONTHLY(Duration.ofDays(31)),
    QUARTERLY(Duration.ofDays(92)),
    YEARLY(Duration.ofDays(366));

    private final Duration period;

    Cadence(Duration period) {
        this.period = period;
    }

    /** The longest time between two values. */
    public Duration period() {
        return period;
    }

    /** As it is declared: {@code weekly}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The cadence of a word; empty for any other text. */
    public static Optional<Cadence> ofWord(String word) {
        return Stream.of(values()).filter(c -> c.word().equals(word)).findFirst();
    }
}
