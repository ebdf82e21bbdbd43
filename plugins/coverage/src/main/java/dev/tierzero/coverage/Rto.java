package dev.tierzero.coverage;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A recovery time objective.
 *
 * @param text as written: {@code 1-2 h}
 * @param limit the longest time that it allows; empty when the text names none
 */
record Rto(String text, Optional<Duration> limit) {

    private static final Pattern TIME =
            Pattern.compile("(?:\\d{1,6} *[-–] *)?(\\d{1,6}) *(s|min|minutes?|h|hours?|d|days?)\\b.*");

    static Rto of(String text) {
        Matcher time = TIME.matcher(text.strip());
        return new Rto(text, time.matches() ? Optional.of(duration(time)) : Optional.empty());
    }

    private static Duration duration(Matcher time) {
        long number = Long.parseLong(time.group(1));
        return switch (time.group(2).charAt(0)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
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
