package dev.tierzero.kpi.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Expectations are written with plain spaces; figures and units are joined by spaces that do not break. */
final class NotationTest {

    private static String value(Notation notation, String figure) {
        return notation.value(new BigDecimal(figure)).replace('\u00a0', ' ');
    }

    @Test
    void oneDecimalIsShownWhereItSaysSomething() {
        assertEquals("92.3 %", value(Notation.percent(), "92.31"));
        assertEquals("92 %", value(Notation.percent(), "92.0"));
        assertEquals("84 s", value(Notation.seconds(), "84"));
        assertEquals("123 s", value(Notation.seconds(), "123.4"));
        assertEquals("8.4 of 10", value(Notation.score(10), "8.44"));
    }

    @Test
    void figuresBelowOneKeepTwoDigits() {
        assertEquals("0.042 %", value(Notation.percent(), "0.0421"));
        assertEquals("0.5 %", value(Notation.percent(), "0.50"));
        assertEquals("0 %", value(Notation.percent(), "0.000"));
    }

    @Test
    void thousandsHaveCommasAndMinusIsAMinusSign() {
        assertEquals("EUR 1,234,567", value(Notation.money("EUR"), "1234567.4"));
        assertEquals("EUR \u22121,200", value(Notation.money("EUR"), "-1200"));
        assertEquals("2 tickets per week", value(Notation.count("tickets per week"), "2"));
    }

    @Test
    void nothingIsEverWrittenWithAnExponent() {
        assertEquals("1,000,000,000,000,000,000 trillion", value(Notation.count(""), "1E+30"));
        assertEquals("1,500,000 h", value(Notation.hours(), "1.5E6"));
        assertEquals("0 s", value(Notation.seconds(), "1E-300"));
    }

    @Test
    void aFigureThatRoundingWouldPutOnTheLimitShowsMoreDecimals() {
        BigDecimal ninety = new BigDecimal("90");
        assertEquals("89.97\u00a0s", Notation.seconds().value(new BigDecimal("89.97"), ninety));
        assertEquals("90\u00a0s", Notation.seconds().value(new BigDecimal("90.0"), ninety));
        assertEquals("71.4\u00a0s", Notation.seconds().value(new BigDecimal("71.43"), ninety));
    }

    @Test
    void aChangeHasASign() {
        assertEquals("+3.2\u00a0points", Notation.percent().change(new BigDecimal("3.2")));
        assertEquals("\u22121\u00a0s", Notation.seconds().change(new BigDecimal("-1")));
        assertEquals("\u2212EUR\u00a01,200", Notation.money("EUR").change(new BigDecimal("-1200")));
        assertEquals("+2", Notation.count("tickets per week").change(new BigDecimal("2")));
        assertEquals("±0\u00a0s", Notation.seconds().change(new BigDecimal("0.0")));
    }

    @Test
    void theLanguageOfTheMachineChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals("EUR 12,346", value(Notation.money("EUR"), "12345.6"), tag);
                assertEquals("92.3 %", value(Notation.percent(), "92.3"), tag);
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
