package dev.tierzero.kpi.page;

import dev.tierzero.kpi.chart.Notation;
import dev.tierzero.kpi.model.Unit;

/** How figures of the KPIs' units are written. */
final class Notations {

    private static final char NO_BREAK = '\u00a0';

    private Notations() {}

    static Notation of(Unit unit) {
        return switch (unit.kind()) {
            case COUNT -> Notation.count("");
            case PERCENT -> Notation.percent();
            case DURATION -> duration(unit.symbol());
            case SCORE -> Notation.score(10);
            case MONEY -> Notation.money(unit.symbol());
            case RATE -> Notation.count(unit.symbol().replace("/", " per ").replace(' ', NO_BREAK));
        };
    }

    private static Notation duration(String symbol) {
        return switch (symbol) {
            case "s" -> Notation.seconds();
            case "h" -> Notation.hours();
            case "min" -> new Notation("", NO_BREAK + "min", Notation.Scale.SIXTIETHS, true);
            default -> new Notation("", NO_BREAK + symbol, Notation.Scale.DECIMAL, true);
        };
    }
}
