package dev.tierzero.kpi.page;

import static dev.tierzero.api.Html.element;
import static dev.tierzero.api.Html.text;

import dev.tierzero.api.Html;
import dev.tierzero.kpi.model.Kpi;
import dev.tierzero.kpi.model.Observation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a KPI means and where its figures come from, as a list of terms. */
record Facts(Reading reading, Board board) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What a tile unfolds. */
    Html brief() {
        Kpi kpi = reading.kpi();
        return element(
                "dl",
                term("Definition", text(kpi.definition())),
                term("Formula", code(kpi.formula())),
                term("Source", text(source())),
                term("Owner", text(kpi.owner().isEmpty() ? "" : board.owner(kpi.owner()))));
    }

    /** All that is declared. */
    Html full() {
        Kpi kpi = reading.kpi();
        List<Html> terms = new ArrayList<>();
        terms.add(term("Definition", text(kpi.definition())));
        terms.add(term("Formula", code(kpi.formula())));
        terms.add(term("Source", text(source())));
        terms.add(term("Owner", text(kpi.owner().isEmpty() ? "" : board.owner(kpi.owner()))));
        terms.add(term("Better", text(Words.better(kpi.direction()))));
        terms.add(term("Target", text(Words.target(reading).isEmpty() ? "None" : Words.target(reading))));
        terms.add(term("Baseline", text(baseline())));
        terms.add(term("Cadence", text(Words.capital(kpi.cadence().word()))));
        terms.add(term("Stale", text("When the last value is older than " + Words.length(kpi.maxAge()))));
        terms.add(term("Smallest group", text(kpi.minimumGroup() + "; figures about fewer are not shown")));
        return element("dl", terms);
    }

    private String source() {
        String about = reading.kpi().source().about();
        String kind = reading.kpi().source().kind();
        return about.isEmpty() ? Words.capital(kind) : about + " (" + kind + ")";
    }

    private String baseline() {
        Optional<BigDecimal> baseline = reading.kpi().baseline();
        return baseline.map(b -> reading.notation().value(b)
                        + reading.last()
                                .map(Observation::value)
                                .map(last -> against(last, b))
                                .orElse(""))
                .orElse("");
    }

    /** The last value against the baseline: in per cent of it, where it is not zero. */
    private String against(BigDecimal last, BigDecimal baseline) {
        BigDecimal difference = last.subtract(baseline);
        if (baseline.signum() == 0 || reading.notation().after().endsWith("%")) {
            return "; since then " + reading.notation().change(difference);
        }
        BigDecimal share = difference.multiply(HUNDRED).divide(baseline.abs(), MathContext.DECIMAL32);
        BigDecimal whole = share.setScale(0, java.math.RoundingMode.HALF_UP);
        String sign = whole.signum() > 0 ? "+" : whole.signum() < 0 ? "\u2212" : "±";
        return "; since then " + sign + whole.abs().toPlainString() + "\u00a0%";
    }

    private static Html code(String formula) {
        return formula.isEmpty() ? Html.EMPTY : element("code", formula);
    }

    private static Html term(String name, Html words) {
        return words.isEmpty() ? Html.EMPTY : Html.of(element("dt", name), element("dd", words));
    }
}
