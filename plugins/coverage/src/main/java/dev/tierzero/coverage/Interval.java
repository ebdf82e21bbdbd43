package dev.tierzero.coverage;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something is due.
 *
 * @param text as written: {@code 90 days}; the theme's script reads the same words
 */
record Interval(String text, Period period) {

    private static final Pattern WORDS = Pattern.compile("(\\d{1,4}) *(day|week|month|year)s?");

    static Optional<Interval> of(String text) {
        Matcher words = WORDS.matcher(text.strip());
        return words.matches() ? Optional.of(new Interval(words.group(), period(words))) : Optional.empty();
    }

    private static Period period(Matcher words) {
        int number = Integer.parseInt(words.group(1));
        return switch (words.group(2)) {
            case "day" -> Period.ofDays(number);
            case "week" -> Period.ofWeeks(number);
            case "month" -> Period.ofMonths(number);
            default -> Period.ofYears(number);
        };
    }

    LocalDate after(LocalDate day) {
        return day.plus(period);
    }
}
