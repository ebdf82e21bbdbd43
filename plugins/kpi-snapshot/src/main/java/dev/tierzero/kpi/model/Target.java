package dev.tierzero.kpi.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a KPI is to reach. */
public sealed interface Target {

    /**
     * A bound that holds from a day on, until the next one.
     *
     * @param from first day; {@link LocalDate#MIN} when it always held
     * @param operator how the value must stand to the bound
     * @param value the bound
     */
    record Bound(LocalDate from, Operator operator, BigDecimal value) {}

    /** The bounds over time, ascending, for the target line of a chart; none when the target is no bound. */
    List<Bound> bounds(List<Stage> stages);

    /**
     * Whether the last of these observations, ascending, meets the target.
     *
     * @param day that the target is asked of: it names the stage and the step
     */
    Verdict verdict(List<Observation> observations, List<Stage> stages, LocalDate day);

    /** The target of a day in words: {@code > 90 %}; empty when it has none. */
    String text(Unit unit, List<Stage> stages, LocalDate day);

    /** The bound that holds on a day. */
    default Optional<Bound> bound(List<Stage> stages, LocalDate day) {
        return bounds(stages).stream()
                .filter(bound -> !bound.from().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    /** A target that is a bound on every day that it speaks of. */
    sealed interface Bounded extends Target {

        @Override
        default Verdict verdict(List<Observation> observations, List<Stage> stages, LocalDate day) {
            Optional<Bound> bound = bound(stages, day);
            if (bound.isEmpty() || observations.isEmpty()) {
                return Verdict.UNKNOWN;
            }
            BigDecimal value = observations.get(observations.size() - 1).value();
            return bound.get().operator().holds(value, bound.get().value()) ? Verdict.MET : Verdict.NOT_MET;
        }

        @Override
        default String text(Unit unit, List<Stage> stages, LocalDate day) {
            return bound(stages, day)
                    .map(bound -> bound.operator().sign() + " " + unit.text(bound.value()))
                    .orElse("");
        }
    }

    /** The same on every day. */
    record Fixed(Operator operator, BigDecimal value) implements Bounded {

        @Override
        public List<Bound> bounds(List<Stage> stages) {
            return List.of(new Bound(LocalDate.MIN, operator, value));
        }
    }

    /** Another bound in every stage. A stage that is not named goes on with the bound of the one before. */
    record ByStage(Operator operator, List<InStage> steps) implements Bounded {

        /** The bound of a stage. */
        public record InStage(String stage, BigDecimal value) {}

        /** Copies. */
        public ByStage {
            steps = List.copyOf(steps);
        }

        @Override
        public List<Bound> bounds(List<Stage> stages) {
            return stages.stream()
                    .flatMap(stage -> stage.from().stream().flatMap(from -> steps.stream()
                            .filter(step -> step.stage().equals(stage.id()))
                            .map(step -> new Bound(from, operator, step.value()))))
                    .toList();
        }
    }

    /** Another bound from a day on, in steps, ascending by day. */
    record ByDate(Operator operator, List<From> steps) implements Bounded {

        /** The bound from a day on. */
        public record From(LocalDate from, BigDecimal value) {}

        /** Copies. */
        public ByDate {
            steps = List.copyOf(steps);
        }

        @Override
        public List<Bound> bounds(List<Stage> stages) {
            return steps.stream()
                    .map(step -> new Bound(step.from(), operator, step.value()))
                    .toList();
        }
    }

    /**
     * The last value is below the mean of those before it.
     *
     * @param over how many values before the last, 1 or more; with fewer the verdict is unknown
     */
    record Declining(int over) implements Target {

        @Override
        public List<Bound> bounds(List<Stage> stages) {
            return List.of();
        }

        @Override
        public Verdict verdict(List<Observation> observations, List<Stage> stages, LocalDate day) {
            int last = observations.size() - 1;
            if (last < over) {
                return Verdict.UNKNOWN;
            }
            BigDecimal sum = observations.subList(last - over, last).stream()
                    .map(Observation::value)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal mean = sum.divide(BigDecimal.valueOf(over), MathContext.DECIMAL64);
            return observations.get(last).value().compareTo(mean) < 0 ? Verdict.MET : Verdict.NOT_MET;
        }

        @Override
        public String text(Unit unit, List<Stage> stages, LocalDate day) {
            return over == 1 ? "below the value before" : "below the mean of the " + over + " values before";
        }
    }

    /** No further from a value than the tolerance. */
    record Within(BigDecimal value, BigDecimal tolerance) implements Target {

        @Override
        public List<Bound> bounds(List<Stage> stages) {
            return List.of();
        }

        @Override
        public Verdict verdict(List<Observation> observations, List<Stage> stages, LocalDate day) {
            if (observations.isEmpty()) {
                return Verdict.UNKNOWN;
            }
            BigDecimal last = observations.get(observations.size() - 1).value();
            return last.subtract(value).abs().compareTo(tolerance) <= 0 ? Verdict.MET : Verdict.NOT_MET;
        }

        @Override
        public String text(Unit unit, List<Stage> stages, LocalDate day) {
            return Figures.text(value) + " ± " + unit.text(tolerance);
        }
    }

    /** None, on purpose: the count and its trend are shown. */
    record None() implements Target {

        @Override
        public List<Bound> bounds(List<Stage> stages) {
            return List.of();
        }

        @Override
        public Verdict verdict(List<Observation> observations, List<Stage> stages, LocalDate day) {
            return Verdict.UNKNOWN;
        }

        @Override
        public String text(Unit unit, List<Stage> stages, LocalDate day) {
            return "";
        }
    }
}
