package dev.tierzero.kpi.page;

import dev.tierzero.kpi.chart.Chart;
import dev.tierzero.kpi.chart.History;
import dev.tierzero.kpi.chart.Notation;
import dev.tierzero.kpi.model.Declarations;
import dev.tierzero.kpi.model.Kpi;
import dev.tierzero.kpi.model.Observation;
import dev.tierzero.kpi.model.Snapshot;
import dev.tierzero.kpi.model.Stage;
import dev.tierzero.kpi.model.State;
import dev.tierzero.kpi.model.Target;
import dev.tierzero.kpi.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A KPI with what is known of it, as of the time that is built.
 *
 * @param declared all declarations of the site, for stages and events
 * @param asOf the time of the build's version, or of the last attempt to collect when that is later
 */
public record Reading(Kpi kpi, Snapshot snapshot, Declarations declared, Instant asOf) {

    /** All observations, ascending. */
    public List<Observation> observations() {
        return snapshot.observations();
    }

    /** The last observation. */
    public Optional<Observation> last() {
        return snapshot.last();
    }

    /** The observation before the last. */
    Optional<Observation> previous() {
        int size = observations().size();
        return size < 2 ? Optional.empty() : Optional.of(observations().get(size - 2));
    }

    /** The state as of the build. */
    public State state() {
        return snapshot.stateAt(asOf, kpi.maxAge());
    }

    /** Whether the last value is older than it may be, whatever the state of its source. */
    public boolean isOld() {
        return last().map(o -> o.observedAt().plus(kpi.maxAge()).isBefore(asOf)).orElse(false);
    }

    /** Whether the last value met the target of its day. */
    Verdict verdict() {
        return last().map(o -> verdictOf(observations().size() - 1)).orElse(Verdict.UNKNOWN);
    }

    /** Whether an observation, counted from 0, met the target of its day. */
    public Verdict verdictOf(int index) {
        List<Observation> until = observations().subList(0, index + 1);
        return kpi.target()
                .verdict(until, declared.stages(), day(until.get(index).observedAt()));
    }

    /** The day that the target is asked of: that of the last value, or of the build. */
    LocalDate day() {
        return day(last().map(Observation::observedAt).orElse(asOf));
    }

    /** How figures of the KPI are written. */
    public Notation notation() {
        return Notations.of(kpi.unit());
    }

    /** A value as it is written beside the target of the day. */
    public String text(Observation observation) {
        return kpi.target()
                .bound(declared.stages(), day(observation.observedAt()))
                .map(bound -> notation().value(observation.value(), bound.value()))
                .orElseGet(() -> notation().value(observation.value()));
    }

    /** The page of the KPI as links name it. */
    public String page() {
        return "/kpis/" + kpi.id() + ".html";
    }

    /** What a chart shows of it. */
    History history() {
        List<History.Point> points = observations().stream()
                .map(o -> new History.Point(o.observedAt(), o.value()))
                .toList();
        List<History.Event> events = declared.events().stream()
                .map(e -> new History.Event(e.title(), start(e.date())))
                .toList();
        boolean relied = state() == State.FRESH;
        return new History(points, gap(), targets(), stages(), events, !relied);
    }

    /** Values further apart than one and a half periods have one missing between them. */
    public Duration gap() {
        return kpi.cadence().period().multipliedBy(3).dividedBy(2);
    }

    /** The events that the chart numbers, in its order. */
    List<History.Event> shownEvents() {
        return observations().isEmpty() ? List.of() : Chart.shownEvents(history());
    }

    private List<History.Target> targets() {
        if (kpi.target() instanceof Target.Within within) {
            return List.of(new History.Target(Instant.EPOCH, Optional.of(within.value())));
        }
        return kpi.target().bounds(declared.stages()).stream()
                .map(b -> new History.Target(start(b.from()), Optional.of(b.value())))
                .toList();
    }

    private List<History.Stage> stages() {
        List<Stage> begun = declared.stages().stream()
                .filter(stage -> stage.from().isPresent())
                .toList();
        List<History.Stage> bands = new ArrayList<>();
        IntStream.range(0, begun.size()).forEach(i -> {
            Optional<Instant> end =
                    i + 1 < begun.size() ? begun.get(i + 1).from().map(Reading::start) : Optional.empty();
            begun.get(i)
                    .from()
                    .ifPresent(from -> bands.add(new History.Stage(begun.get(i).title(), start(from), end)));
        });
        return bands;
    }

    private static Instant start(LocalDate day) {
        return day.equals(LocalDate.MIN)
                ? Instant.EPOCH
                : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The day of a moment, in UTC. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
