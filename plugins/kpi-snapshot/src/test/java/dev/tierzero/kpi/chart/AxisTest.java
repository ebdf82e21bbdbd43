package dev.tierzero.kpi.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AxisTest {

    private static String labels(Notation notation, String... figures) {
        Axis axis = Axis.of(Stream.of(figures).map(BigDecimal::new).toList(), notation, 4);
        return String.join(" | ", axis.labels()).replace('\u00a0', ' ');
    }

    @Test
    void sharesOfAHundredGoUpInQuartersOrFifths() {
        assertEquals("0 % | 25 % | 50 % | 75 % | 100 %", labels(Notation.percent(), "10", "92"));
        assertEquals("0 % | 2 % | 4 % | 6 %", labels(Notation.percent(), "1.2", "5"));
    }

    @Test
    void secondsGoUpAsOnAClock() {
        assertEquals("0 s | 30 s | 60 s | 90 s | 120 s", labels(Notation.seconds(), "71", "90", "118"));
        assertEquals("0 s | 10 s | 20 s | 30 s", labels(Notation.seconds(), "7", "28"));
    }

    @Test
    void hoursGoUpInShareOfADay() {
        assertEquals("0 h | 12 h | 24 h | 36 h", labels(Notation.hours(), "30", "4"));
    }

    @Test
    void countsAreNeverFractions() {
        assertEquals("0 | 1", labels(Notation.count("tickets"), "0", "1"));
        assertEquals("0 | 1 | 2 | 3", labels(Notation.count("tickets"), "0", "3"));
        assertEquals("0 | 50k | 100k | 150k", labels(Notation.count("rows"), "3", "150000"));
    }

    @Test
    void moneyIsShortened() {
        assertEquals("0 | 0.5M | 1M | 1.5M", labels(Notation.money("EUR"), "1300000", "200000"));
        assertEquals("0 | 2bn | 4bn | 6bn", labels(Notation.count("rows"), "6000000000", "200000"));
    }

    @Test
    void figuresThatDifferLittleAreShownFromNearTheLowest() {
        Axis axis = Axis.of(List.of(new BigDecimal("93"), new BigDecimal("97")), Notation.percent(), 4);
        assertTrue(axis.isCut());
        assertEquals(List.of("93\u00a0%", "94\u00a0%", "95\u00a0%", "96\u00a0%", "97\u00a0%"), axis.labels());
    }

    @Test
    void negativeAndMixedFiguresHaveZeroOnTheAxis() {
        assertEquals("\u2212100 | \u221275 | \u221250 | \u221225 | 0", labels(Notation.money("EUR"), "-90", "-10"));
        assertEquals("\u22125 | 0 | 5 | 10", labels(Notation.count("points"), "-3", "8"));
    }

    @Test
    void oneValueStandsAboveZero() {
        Axis axis = Axis.of(List.of(new BigDecimal("42")), Notation.count(""), 4);
        assertFalse(axis.isCut());
        assertEquals("0", axis.labels().get(0));
    }

    @Test
    void nothingButZerosHasAnAxisToOne() {
        assertEquals("0 | 1", labels(Notation.count(""), "0", "0"));
    }
}
