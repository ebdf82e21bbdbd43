package dev.tierzero.kpi.criteria;

import dev.tierzero.kpi.model.Observation;
import dev.tierzero.kpi.model.Verdict;
import dev.tierzero.kpi.page.Reading;
import dev.tierzero.kpi.page.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The values of a KPI against a limit.
 *
 * @param limit empty: the target of each value's own day
 * @param span time back from the last value; empty: the last value alone
 */
record KpiTest(Reading reading, Optional<Condition.Limit> limit, Optional<Duration> span) {

    Outcome outcome() {
        if (reading.last().isEmpty()) {
            return Outcome.unknown(evidence("no value yet"));
        }
        if (reading.isOld()) {
            return Outcome.unknown(evidence(lastWords() + ", too old: more than "
                    + Words.length(reading.kpi().maxAge())));
        }
        int last = reading.observations().size() - 1;
        return span.map(time -> over(time, last)).orElseGet(() -> Outcome.of(at(last), evidence(lastWords())));
    }

    /** Each value in a time, and no part of that time without one. */
    private Outcome over(Duration time, int last) {
        Instant begin = reading.observations().get(last).observedAt().minus(time);
        List<Integer> within = IntStream.rangeClosed(0, last)
                .filter(i -> reading.observations().get(i).observedAt().isAfter(begin))
                .boxed()
                .toList();
        long met = within.stream().filter(i -> at(i) == Verdict.MET).count();
        boolean failed = within.stream().anyMatch(i -> at(i) == Verdict.NOT_MET);
        boolean whole = met == within.size() && isWhole(begin, within);
        String words = lastWords() + "; " + met + " of " + within.size() + " values since " + day(within.get(0))
                + (failed || whole ? "" : ", which is not the whole of " + Words.length(time));
        Verdict verdict = failed ? Verdict.NOT_MET : whole ? Verdict.MET : Verdict.UNKNOWN;
        return Outcome.of(verdict, evidence(words));
    }

    /** Whether values follow each other without a gap, from the beginning of the time on. */
    private boolean isWhole(Instant begin, List<Integer> within) {
        Instant before = begin;
        for (int index : within) {
            Instant at = reading.observations().get(index).observedAt();
            if (before.plus(reading.gap()).isBefore(at)) {
                return false;
            }
            before = at;
        }
        return true;
    }

    private Verdict at(int index) {
        Observation observation = reading.observations().get(index);
        return limit.map(l -> l.operator().holds(observation.value(), l.value()) ? Verdict.MET : Verdict.NOT_MET)
                .orElseGet(() -> reading.verdictOf(index));
    }

    private String lastWords() {
        return reading.last().map(reading::text).orElse("");
    }

    private String day(int index) {
        return Reading.day(reading.observations().get(index).observedAt()).toString();
    }

    private Evidence evidence(String words) {
        return new Evidence(
                words,
                reading.last().map(o -> Reading.day(o.observedAt())),
                reading.page(),
                reading.kpi().title(),
                reading.kpi().demo() ? "demo" : "");
    }
}
