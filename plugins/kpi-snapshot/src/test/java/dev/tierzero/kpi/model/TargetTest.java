package dev.tierzero.kpi.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TargetTest {

    private static final LocalDate DAY = LocalDate.parse("2026-09-15");
    private static final Unit PERCENT = Unit.of("%").orElseThrow();
    private static final List<Stage> STAGES = List.of(
            new Stage("pilot", "Pilot", Optional.of(LocalDate.parse("2026-08-03"))),
            new Stage("early", "Early adopters", Optional.of(LocalDate.parse("2026-08-31"))),
            new Stage("general", "General", Optional.of(LocalDate.parse("2026-10-12"))),
            new Stage("mandatory", "Mandatory", Optional.empty()));

    @ParameterizedTest
    @CsvSource({
        ">,  90, 90.1, MET", ">,  90, 90, NOT_MET",
        ">=, 90, 90,   MET", ">=, 90, 89.9, NOT_MET",
        "<,  90, 89.9, MET", "<,  90, 90, NOT_MET",
        "<=, 90, 90.0, MET", "<=, 90, 90.1, NOT_MET",
        "=,  0,  0.00, MET", "=,  0,  1, NOT_MET"
    })
    void aFixedTargetComparesTheLastValue(String operator, BigDecimal bound, BigDecimal last, Verdict expected) {
        Target target = new Target.Fixed(Operator.ofSymbol(operator).orElseThrow(), bound);
        assertEquals(expected, target.verdict(observed(BigDecimal.valueOf(50), last), STAGES, DAY));
    }

    @Test
    void withoutAValueEveryTargetIsUnknown() {
        for (Target target : List.of(
                new Target.Fixed(Operator.ABOVE, BigDecimal.ONE),
                new Target.Within(BigDecimal.ONE, BigDecimal.ONE),
                new Target.Declining(1),
                new Target.None())) {
            assertEquals(Verdict.UNKNOWN, target.verdict(List.of(), STAGES, DAY));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-02, UNKNOWN, ''",
        "2026-08-03, MET, ≥ 5 %",
        "2026-09-15, MET, ≥ 5 %",
        "2026-10-12, NOT_MET, ≥ 90 %",
        "2027-10-12, NOT_MET, ≥ 90 %"
    })
    void aTargetByStageTakesTheStageOfTheDayAndGoesOnThroughAStageNotNamed(
            LocalDate day, Verdict expected, String text) {
        Target target = new Target.ByStage(
                Operator.AT_LEAST,
                List.of(
                        new Target.ByStage.InStage("pilot", BigDecimal.valueOf(5)),
                        new Target.ByStage.InStage("general", BigDecimal.valueOf(90)),
                        new Target.ByStage.InStage("mandatory", BigDecimal.valueOf(100))));
        assertEquals(expected, target.verdict(observed(BigDecimal.valueOf(20)), STAGES, day));
        assertEquals(text, target.text(PERCENT, STAGES, day));
    }

    @ParameterizedTest
    @CsvSource({"2026-08-31, UNKNOWN", "2026-09-01, MET", "2026-09-30, MET", "2026-10-01, NOT_MET"})
    void aTargetByDateRisesInSteps(LocalDate day, Verdict expected) {
        Target target = new Target.ByDate(
                Operator.AT_LEAST,
                List.of(
                        new Target.ByDate.From(LocalDate.parse("2026-09-01"), BigDecimal.valueOf(20)),
                        new Target.ByDate.From(LocalDate.parse("2026-10-01"), BigDecimal.valueOf(35))));
        assertEquals(expected, target.verdict(observed(BigDecimal.valueOf(25)), STAGES, day));
    }

    @ParameterizedTest
    @CsvSource({"1, 5 4, MET", "1, 4 4, NOT_MET", "3, 6 4 2 3.9, MET", "3, 6 4 2 4, NOT_MET", "3, 4 2 1, UNKNOWN"})
    void decliningComparesTheLastValueWithTheMeanOfThoseBefore(int over, String values, Verdict expected) {
        BigDecimal[] numbers =
                List.of(values.split(" ", -1)).stream().map(BigDecimal::new).toArray(BigDecimal[]::new);
        assertEquals(expected, new Target.Declining(over).verdict(observed(numbers), STAGES, DAY));
    }

    @ParameterizedTest
    @CsvSource({"18, MET", "22, MET", "17.9, NOT_MET", "22.1, NOT_MET"})
    void withinTakesBothEndsOfTheTolerance(BigDecimal last, Verdict expected) {
        Target target = new Target.Within(BigDecimal.valueOf(20), BigDecimal.valueOf(2));
        assertEquals(expected, target.verdict(observed(last), STAGES, DAY));
        assertEquals("20 ± 2 %", target.text(PERCENT, STAGES, DAY));
    }

    @Test
    void theTargetLineHasAStepForEachDatedStage() {
        Target target =
                new Target.ByStage(Operator.BELOW, List.of(new Target.ByStage.InStage("early", BigDecimal.TEN)));
        assertEquals(
                List.of(new Target.Bound(LocalDate.parse("2026-08-31"), Operator.BELOW, BigDecimal.TEN)),
                target.bounds(STAGES));
        assertTrue(new Target.None().bounds(STAGES).isEmpty());
    }

    @Test
    void theStageOfADayIsTheLastThatHasBegun() {
        assertEquals("early", Stage.on(DAY, STAGES).orElseThrow().id());
        assertEquals(
                "general",
                Stage.on(LocalDate.parse("2030-01-01"), STAGES).orElseThrow().id());
        assertTrue(Stage.on(LocalDate.parse("2026-08-02"), STAGES).isEmpty());
    }

    private static List<Observation> observed(BigDecimal... values) {
        List<Observation> observations = new ArrayList<>();
        Instant time = Instant.parse("2026-09-01T00:00:00Z");
        for (BigDecimal value : values) {
            observations.add(Observation.of(time, time, value));
            time = time.plus(Duration.ofDays(7));
        }
        return observations;
    }
}
