package dev.tierzero.kpi.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HistoryTest {

    @Test
    void aGapInTimeEndsARun() {
        History history = Charts.weekly("1", "2", "", "4", "5");
        assertEquals(2, history.runs().size());
        assertEquals(2, history.runs().get(1).size());
    }

    @Test
    void fewerPointsKeepTheLowestTheHighestTheFirstAndTheLast() {
        for (long seed = 0; seed < 50; seed++) {
            History history = Charts.random(new Random(seed), 500);
            List<History.Point> kept =
                    history.runs(60).stream().flatMap(List::stream).toList();
            List<BigDecimal> figures = kept.stream().map(History.Point::figure).toList();
            assertTrue(kept.size() <= 4 * 61, "seed " + seed + " keeps " + kept.size());
            assertEquals(history.points().get(0), kept.get(0), "seed " + seed);
            assertEquals(history.last(), kept.get(kept.size() - 1), "seed " + seed);
            assertTrue(figures.contains(
                    history.figures().stream().max(BigDecimal::compareTo).orElseThrow()));
            assertTrue(figures.contains(
                    history.figures().stream().min(BigDecimal::compareTo).orElseThrow()));
            assertTrue(history.points().containsAll(kept), "seed " + seed);
        }
    }

    @Test
    void aTargetThatEndedBeforeTheFirstPointIsNotShown() {
        History history = Charts.weekly("1", "2");
        History.Target past = new History.Target(Charts.START.minus(Duration.ofDays(90)), java.util.Optional.empty());
        History.Target before = new History.Target(Charts.START.minus(Duration.ofDays(60)), java.util.Optional.empty());
        History with = new History(history.points(), history.gap(), List.of(past, before), List.of(), List.of(), false);
        assertEquals(List.of(before), with.targets(Span.of(with)));
    }
}
