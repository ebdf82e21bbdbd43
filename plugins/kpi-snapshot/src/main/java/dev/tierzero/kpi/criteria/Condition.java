package dev.tierzero.kpi.criteria;

import dev.tierzero.kpi.model.Operator;
import dev.tierzero.kpi.model.Verdict;
import dev.tierzero.kpi.page.Board;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What must be so for a criterion to be met. */
sealed interface Condition {

    /** Whether it is so, given the KPIs as of the build and the site itself. */
    Outcome outcome(Board board);

    /** A number and how a figure must stand to it. */
    record Limit(Operator operator, BigDecimal value) {}

    /**
     * A condition over a KPI.
     *
     * @param limit empty: its own target
     * @param met whether the limit must be met, or must not
     * @param span time back from the last value in which each value counts; empty: the last value alone
     */
    record OfKpi(String kpi, Optional<Limit> limit, boolean met, Optional<Duration> span) implements Condition {

        @Override
        public Outcome outcome(Board board) {
            return board.reading(kpi)
                    .map(reading -> {
                        Outcome outcome = new KpiTest(reading, limit, span).outcome();
                        return met ? outcome : outcome.not();
                    })
                    .orElseGet(() -> Outcome.unknown(Evidence.of("No KPI “" + kpi + "”")));
        }
    }

    /**
     * A condition over the number of things that a fact of the build counts.
     *
     * @param folder pages below it count alone; empty: all
     */
    record OfFact(BuildFact fact, String folder, Limit limit) implements Condition {

        @Override
        public Outcome outcome(Board board) {
            Census.Count count = new Census(board, folder).of(fact);
            if (count.total() == 0) {
                return Outcome.unknown(Evidence.of("There are no " + fact.things() + " to look at"));
            }
            BigDecimal found = BigDecimal.valueOf(count.found().size());
            Verdict verdict = limit.operator().holds(found, limit.value()) ? Verdict.MET : Verdict.NOT_MET;
            return Outcome.of(
                    verdict,
                    new Evidence(
                            count.words(fact, folder), Optional.empty(), "", "", count.sample() ? "sample data" : ""));
        }
    }

    /** What people attest. */
    record Manual(Verdict verdict, Evidence evidence) implements Condition {

        @Override
        public Outcome outcome(Board board) {
            return Outcome.of(verdict, evidence);
        }
    }

    /** All of several. */
    record All(List<Condition> parts) implements Condition {

        @Override
        public Outcome outcome(Board board) {
            return Outcome.all(parts.stream().map(part -> part.outcome(board)).toList());
        }
    }

    /** One of several at least. */
    record Any(List<Condition> parts) implements Condition {

        @Override
        public Outcome outcome(Board board) {
            return Outcome.any(parts.stream().map(part -> part.outcome(board)).toList());
        }
    }

    /** The opposite of another. */
    record Not(Condition part) implements Condition {

        @Override
        public Outcome outcome(Board board) {
            return part.outcome(board).not();
        }
    }
}
