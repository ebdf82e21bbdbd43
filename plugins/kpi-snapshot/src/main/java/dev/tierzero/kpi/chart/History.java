package dev.tierzero.kpi.chart;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a chart shows.
 *
 * @param points in order of time; points at the same moment keep their order
 * @param gap two points that lie further apart are not joined
 * @param targets the value to reach, each from its moment on, in order of time
 * @param stages spans of time with a name, in order of time
 * @param events moments with a name, in order of time; the chart shows their numbers, counted from one
 * @param isOld whether the last point is older than it should be
 */
public record History(
        List<Point> points, Duration gap, List<Target> targets, List<Stage> stages, List<Event> events, boolean isOld) {

    /** An observation. */
    public record Point(Instant at, BigDecimal figure) {}

    /**
     * A target.
     *
     * @param figure empty: from here on there is none
     */
    public record Target(Instant from, Optional<BigDecimal> figure) {}

    /**
     * A span of time with a name.
     *
     * @param to empty while it lasts
     */
    public record Stage(String title, Instant from, Optional<Instant> to) {}

    /** A moment with a name. */
    public record Event(String title, Instant at) {}

    /** Copies, sorted by time. */
    public History {
        points = points.stream().sorted(Comparator.comparing(Point::at)).toList();
        targets = targets.stream().sorted(Comparator.comparing(Target::from)).toList();
        stages = stages.stream().sorted(Comparator.comparing(Stage::from)).toList();
        events = events.stream().sorted(Comparator.comparing(Event::at)).toList();
    }

    /** The figures alone. */
    public List<BigDecimal> figures() {
        return points.stream().map(Point::figure).toList();
    }

    /** The last point. */
    Point last() {
        return points.get(points.size() - 1);
    }

    /** The targets that hold at some time of a span. */
    List<Target> targets(Span span) {
        return IntStream.range(0, targets.size())
                .filter(i -> targets.get(i).from().isBefore(span.to()))
                .filter(i ->
                        i + 1 == targets.size() || targets.get(i + 1).from().isAfter(span.from()))
                .mapToObj(targets::get)
                .toList();
    }

    /** The points in runs: a gap in time ends a run. None is empty. */
    List<List<Point>> runs() {
        List<List<Point>> runs = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= points.size(); i++) {
            boolean apart = i == points.size()
                    || Duration.between(points.get(i - 1).at(), points.get(i).at())
                                    .compareTo(gap)
                            > 0;
            if (apart) {
                runs.add(points.subList(begin, i));
                begin = i;
            }
        }
        return List.copyOf(runs);
    }

    /**
     * The same history with fewer points, where there are more than two for each stretch of time: of each stretch the first, the lowest,
     * the highest and the last stay. Runs stay apart.
     *
     * @param stretches into which the whole time is divided
     */
    List<List<Point>> runs(int stretches) {
        if (points.size() <= 2 * stretches) {
            return runs();
        }
        Instant from = points.get(0).at();
        Duration whole = Duration.between(from, points.get(points.size() - 1).at());
        long stretch = Math.max(1, whole.toMillis() / stretches);
        return runs().stream().map(run -> thinned(run, from, stretch)).toList();
    }

    private static List<Point> thinned(List<Point> run, Instant from, long stretch) {
        List<Point> kept = new ArrayList<>();
        for (int begin = 0, end; begin < run.size(); begin = end) {
            long number = Duration.between(from, run.get(begin).at()).toMillis() / stretch;
            end = begin + 1;
            while (end < run.size() && Duration.between(from, run.get(end).at()).toMillis() / stretch == number) {
                end++;
            }
            List<Point> part = run.subList(begin, end);
            Comparator<Point> size = Comparator.comparing(Point::figure);
            List<Point> marked = List.of(
                    part.get(0),
                    part.stream().min(size).orElseThrow(),
                    part.stream().max(size).orElseThrow(),
                    part.get(part.size() - 1));
            part.stream().filter(marked::contains).forEach(kept::add);
        }
        return List.copyOf(kept);
    }
}
