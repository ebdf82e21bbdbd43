package dev.tierzero.kpi.model;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** How a value must stand to its target. */
public enum Operator {
    ABOVE(">"),
    AT_LEAST(">="),
    BELOW("<"),
    AT_MOST("<="),
    EQUAL("=");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** As it is declared: {@code <=}. */
    public String symbol() {
        return symbol;
    }

    /** As readers see it: {@code ≤}. */
    public String sign() {
        return symbol.replace(">=", "≥").replace("<=", "≤");
    }

    /** Whether the value stands so to the bound. */
    public boolean holds(BigDecimal value, BigDecimal bound) {
        int order = value.compareTo(bound);
        return switch (this) {
            case ABOVE -> order > 0;
            case AT_LEAST -> order >= 0;
            case BELOW -> order < 0;
            case AT_MOST -> order <= 0;
            case EQUAL -> order == 0;
        };
    }

    /** The operator of a symbol; empty for any other text. */
    public static Optional<Operator> ofSymbol(String symbol) {
        return Stream.of(values()).filter(o -> o.symbol.equals(symbol)).findFirst();
    }
}
