package dev.tierzero.kpi.criteria;

import static dev.tierzero.kpi.model.Verdict.MET;
import static dev.tierzero.kpi.model.Verdict.NOT_MET;
import static dev.tierzero.kpi.model.Verdict.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.kpi.model.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Kleene's strong logic of three values. */
final class OutcomeTest {

    private record Row(Verdict a, Verdict b, Verdict all, Verdict any) {}

    private static final List<Row> TABLE = List.of(
            new Row(MET, MET, MET, MET),
            new Row(MET, NOT_MET, NOT_MET, MET),
            new Row(MET, UNKNOWN, UNKNOWN, MET),
            new Row(NOT_MET, MET, NOT_MET, MET),
            new Row(NOT_MET, NOT_MET, NOT_MET, NOT_MET),
            new Row(NOT_MET, UNKNOWN, NOT_MET, UNKNOWN),
            new Row(UNKNOWN, MET, UNKNOWN, MET),
            new Row(UNKNOWN, NOT_MET, NOT_MET, UNKNOWN),
            new Row(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN));

    private static Outcome outcome(Verdict verdict) {
        return Outcome.of(verdict, Evidence.of(verdict.words()));
    }

    @TestFactory
    Stream<DynamicTest> unknownDecidesNothingAndIsOverruledByWhateverDoes() {
        return TABLE.stream()
                .map(row -> DynamicTest.dynamicTest(row.a() + " with " + row.b(), () -> {
                    List<Outcome> parts = List.of(outcome(row.a()), outcome(row.b()));
                    assertEquals(row.all(), Outcome.all(parts).verdict());
                    assertEquals(row.any(), Outcome.any(parts).verdict());
                }));
    }

    @Test
    void theOppositeOfUnknownIsUnknown() {
        assertEquals(NOT_MET, outcome(MET).not().verdict());
        assertEquals(MET, outcome(NOT_MET).not().verdict());
        assertEquals(UNKNOWN, outcome(UNKNOWN).not().verdict());
    }

    @Test
    void threePartsCombineAsTwoDo() {
        for (Row row : TABLE) {
            for (Verdict third : Verdict.values()) {
                List<Outcome> flat = List.of(outcome(row.a()), outcome(row.b()), outcome(third));
                List<Outcome> nested = List.of(Outcome.all(flat.subList(0, 2)), outcome(third));
                assertEquals(Outcome.all(nested).verdict(), Outcome.all(flat).verdict());
                assertEquals(flat.size(), Outcome.any(flat).evidence().size());
            }
        }
    }
}
