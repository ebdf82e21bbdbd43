package dev.tierzero.kpi.model;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as authors write them: {@code 14 days}, {@code 36 hours}, {@code 12 weeks}. */
public final class Ages {

    private static final Pattern FORM = Pattern.compile("(\\d{1,4}) (minute|hour|day|week|month|year)s?");
    private static final Map<String, Duration> UNITS = Map.of(
            "minute", Duration.ofMinutes(1),
            "hour", Duration.ofHours(1),
            "day", Duration.ofDays(1),
            "week", Duration.ofDays(7),
            "month", Duration.ofDays(30),
            "year", Duration.ofDays(365));

    private Ages() {}

    /** The length of a text; a month has 30 days, a year 365. Empty for any other text and for no time at all. */
    public static Optional<Duration> of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Duration unit = UNITS.getOrDefault(matcher.group(2), Duration.ZERO);
        Duration age = unit.multipliedBy(Long.parseLong(matcher.group(1)));
        return age.isZero() ? Optional.empty() : Optional.of(age);
    }
}
