package dev.tierzero.kpi.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count | 1234567 | 1,234,567 | 0 or more",
                "% | 79.50 | 79.5 % | 0 to 100",
                "s | 71.404 | 71.4 s | 0 or more",
                "h | 0.5 | 0.5 h | 0 or more",
                "days | 3 | 3 days | 0 or more",
                "score | 8.25 | 8.25/10 | 0 to 10",
                "EUR | -1250 | -1,250 EUR | any number",
                "tickets/week | 3 | 3 tickets per week | 0 or more",
                "% | -0.001 | 0 % | 0 to 100",
                "count | 999.995 | 1,000 | 0 or more"
            })
    void aValueIsToldWithItsUnitAndTheUnitKnowsWhatCanBeTrue(
            String symbol, BigDecimal value, String text, String range) {
        Unit unit = Unit.of(symbol).orElseThrow();
        assertEquals(text, unit.text(value));
        assertEquals(range, unit.range().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "furlong", "XYZW", "XQQ", "eur", "tickets/fortnight", "/week", "a/b/week"})
    void anythingElseIsNoUnit(String symbol) {
        assertEquals(Optional.empty(), Unit.of(symbol));
    }

    @Test
    void numbersAreTheSameInEveryLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("1,234.5", Figures.text(new BigDecimal("1234.5")));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void rangesHoldTheirEnds() {
        Range range = Unit.of("%").orElseThrow().range();
        assertTrue(range.holds(BigDecimal.ZERO) && range.holds(BigDecimal.valueOf(100)));
        assertTrue(!range.holds(new BigDecimal("-0.1")) && !range.holds(new BigDecimal("100.1")));
        assertEquals(
                "0 to 250",
                range.with(Optional.empty(), Optional.of(BigDecimal.valueOf(250)))
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({"14 days, 336", "1 day, 24", "2 weeks, 336", "36 hours, 36", "1 month, 720", "1 year, 8760"})
    void agesAreWrittenAsPeopleSayThem(String text, long hours) {
        assertEquals(Optional.of(Duration.ofHours(hours)), Ages.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "0 days", "-1 days", "14days", "P14D", "99999 days", "14 decades"})
    void otherAgesAreNone(String text) {
        assertEquals(Optional.empty(), Ages.of(text));
    }
}
