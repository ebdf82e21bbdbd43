package dev.tierzero.api;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as pages write them: {@code 90 s}, {@code 45 min}, {@code 1-2 h}, {@code 2 days}. */
public final class TimeSpan {

    private static final Pattern TIME = Pattern.compile(
            "(?:up to |at most |about |<=? ?)?(?:\\d{1,6}(?:[.,]\\d{1,2})? ?(?:-|–|to) ?)?"
                    + "(\\d{1,6}(?:[.,]\\d{1,2})?) ?(s|secs?|seconds?|m|min|mins|minutes?|h|hrs?|hours?|d|days?|weeks?)(?: (.*)|[,;.(].*)?");
    private static final Pattern MORE =
            Pattern.compile("(?:and )?(\\d{1,6}) ?(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)(?![a-z]).*");
    private static final int DAYS_OF_A_WEEK = 7;

    private TimeSpan() {}

    /** The time that a text begins with; of a range its upper end; ISO 8601 durations too. Empty when it names none. */
    public static Optional<Duration> of(String text) {
        String words = text.strip().replaceAll("[\\s\\u00A0]+", " ").toLowerCase(Locale.ROOT);
        if (words.startsWith("p")) {
            return iso(words.toUpperCase(Locale.ROOT));
        }
        Matcher time = TIME.matcher(words);
        if (!time.matches()) {
            return Optional.empty();
        }
        Duration first = duration(String.valueOf(time.group(1)), String.valueOf(time.group(2)));
        Matcher more = MORE.matcher(Optional.ofNullable(time.group(3)).orElse(""));
        return Optional.of(
                more.matches()
                        ? first.plus(duration(String.valueOf(more.group(1)), String.valueOf(more.group(2))))
                        : first);
    }

    private static Optional<Duration> iso(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(duration -> !duration.isNegative());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration duration(String number, String unit) {
        double count = Double.parseDouble(number.replace(',', '.'));
        Duration one =
                switch (unit.charAt(0)) {
                    case 's' -> Duration.ofSeconds(1);
                    case 'm' -> Duration.ofMinutes(1);
                    case 'h' -> Duration.ofHours(1);
                    case 'w' -> Duration.ofDays(DAYS_OF_A_WEEK);
                    default -> Duration.ofDays(1);
                };
        return Duration.ofSeconds(Math.round(one.toSeconds() * count));
    }
}
