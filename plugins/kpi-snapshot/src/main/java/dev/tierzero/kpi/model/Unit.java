package dev.tierzero.kpi.model;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a KPI is counted in.
 *
 * @param kind what sort of unit
 * @param symbol as declared: {@code %}, {@code s}, {@code tickets/week}, {@code EUR}
 */
public record Unit(Kind kind, String symbol) {

    /** Sorts of units. */
    public enum Kind {
        COUNT,
        PERCENT,
        /** Seconds, minutes, hours or days. */
        DURATION,
        /** A score out of ten. */
        SCORE,
        /** An amount; the symbol is the currency of ISO 4217. */
        MONEY,
        /** Something in a time: {@code tickets/week}. */
        RATE
    }

    private static final Map<String, Unit> NAMED = Map.ofEntries(
            Map.entry("count", new Unit(Kind.COUNT, "count")),
            Map.entry("%", new Unit(Kind.PERCENT, "%")),
            Map.entry("percent", new Unit(Kind.PERCENT, "%")),
            Map.entry("s", new Unit(Kind.DURATION, "s")),
            Map.entry("seconds", new Unit(Kind.DURATION, "s")),
            Map.entry("min", new Unit(Kind.DURATION, "min")),
            Map.entry("minutes", new Unit(Kind.DURATION, "min")),
            Map.entry("h", new Unit(Kind.DURATION, "h")),
            Map.entry("hours", new Unit(Kind.DURATION, "h")),
            Map.entry("days", new Unit(Kind.DURATION, "days")),
            Map.entry("score", new Unit(Kind.SCORE, "/10")),
            Map.entry("/10", new Unit(Kind.SCORE, "/10")));

    private static final String RATE = "[A-Za-z][A-Za-z -]{0,29}/(hour|day|week|month|quarter|year)";

    /** Neither may be missing. */
    public Unit {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(symbol, "symbol");
    }

    /** The unit that a declaration names; empty when it is none. */
    public static Optional<Unit> of(String text) {
        Optional<Unit> named = Optional.ofNullable(NAMED.get(text));
        if (named.isPresent()) {
            return named;
        }
        if (text.matches(RATE)) {
            return Optional.of(new Unit(Kind.RATE, text));
        }
        boolean currency = text.matches("[A-Z]{3}")
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(c -> c.getCurrencyCode().equals(text));
        return currency ? Optional.of(new Unit(Kind.MONEY, text)) : Optional.empty();
    }

    /** The values that this unit can have, unless the declaration says otherwise: of a percentage 0 to 100. */
    public Range range() {
        Optional<BigDecimal> zero = Optional.of(BigDecimal.ZERO);
        return switch (kind) {
            case PERCENT -> new Range(zero, Optional.of(BigDecimal.valueOf(100)));
            case SCORE -> new Range(zero, Optional.of(BigDecimal.TEN));
            case COUNT, DURATION, RATE -> new Range(zero, Optional.empty());
            case MONEY -> new Range(Optional.empty(), Optional.empty());
        };
    }

    /** A value with its unit, at most two decimals, for readers: {@code 71.4 s}, {@code 1,250 EUR}, {@code 8.2/10}. */
    public String text(BigDecimal value) {
        String number = Figures.text(value);
        return switch (kind) {
            case COUNT -> number;
            case SCORE -> number + symbol;
            case RATE -> number + " " + symbol.replace("/", " per ");
            default -> number + " " + symbol;
        };
    }

    /** The unit alone for the heading of a column or an axis; empty for a count: {@code tickets per week}. */
    public String heading() {
        return switch (kind) {
            case COUNT -> "";
            case SCORE -> "out of 10";
            default -> symbol.replace("/", " per ");
        };
    }
}
