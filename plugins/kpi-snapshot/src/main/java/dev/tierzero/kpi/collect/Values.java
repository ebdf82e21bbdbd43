package dev.tierzero.kpi.collect;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** Numbers and times in what sources say. */
final class Values {

    /** Beyond it nothing is a KPI, and digits cost memory. */
    private static final BigDecimal MOST = new BigDecimal("1e15");

    private static final BigDecimal MOST_SECONDS = new BigDecimal("1e11");
    private static final String NUMBER = "[+-]?\\d{1,20}(\\.\\d{1,40})?([eE][+-]?\\d{1,2})?";

    /** Enough for every KPI; what binary fractions add behind it would make histories unreadable. */
    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    private Values() {}

    /** A number as text; NaN, the infinities and what is beyond 10¹⁵ are none. */
    static BigDecimal number(String text) throws NoValue {
        String stripped = text.strip();
        if (stripped.length() > 64 || !stripped.matches(NUMBER)) {
            throw NoValue.invalid("the value is not a number, or not a finite one");
        }
        BigDecimal value = plain(new BigDecimal(stripped).round(DIGITS));
        if (value.abs().compareTo(MOST) > 0) {
            throw NoValue.invalid("the value is too large");
        }
        return value;
    }

    /** A value in another scale: a share of 1 as a percentage. */
    static BigDecimal scaled(BigDecimal value, BigDecimal scale) {
        return plain(value.multiply(scale).round(DIGITS));
    }

    /** The same number without an exponent and without zeros behind the point. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The size of a group: a whole number. */
    static OptionalLong group(String text) throws NoValue {
        BigDecimal number = number(text);
        if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0) {
            throw NoValue.invalid("the size of the group is not a whole number");
        }
        return OptionalLong.of(number.longValueExact());
    }

    /** A time: ISO 8601 with an offset, a date (its beginning in UTC), or seconds or milliseconds since 1970. */
    static Instant time(String text) throws NoValue {
        String stripped = text.strip();
        try {
            if (stripped.matches("\\d{9,14}(\\.\\d{1,9})?")) {
                return epoch(new BigDecimal(stripped));
            }
            return stripped.length() == 10
                    ? LocalDate.parse(stripped).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(iso(stripped)).toInstant();
        } catch (DateTimeException e) {
            throw NoValue.invalid("the time of observation is not a time");
        }
    }

    /** PostgreSQL writes {@code 2026-11-16 00:00:00+00}. */
    private static String iso(String text) {
        String time = text.replace(' ', 'T');
        return time.matches(".*[+-]\\d\\d") ? time + ":00" : time;
    }

    private static Instant epoch(BigDecimal number) {
        BigDecimal millis = number.compareTo(MOST_SECONDS) < 0 ? number.movePointRight(3) : number;
        return Instant.ofEpochMilli(millis.longValue());
    }
}
