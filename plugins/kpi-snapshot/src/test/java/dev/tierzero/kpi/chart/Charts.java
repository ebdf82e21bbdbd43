package dev.tierzero.kpi.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Histories for tests. */
final class Charts {

    static final Instant START = Instant.parse("2026-08-03T00:00:00Z");

    private Charts() {}

    /** A value a week from {@link #START} on; an empty text is a week without one. */
    static History weekly(String... values) {
        List<History.Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isEmpty()) {
                points.add(new History.Point(week(i), new BigDecimal(values[i])));
            }
        }
        return new History(points, Duration.ofDays(11), List.of(), List.of(), List.of(), false);
    }

    static Instant week(int number) {
        return START.plus(Duration.ofDays(7L * number));
    }

    static History.Target target(int week, String figure) {
        return new History.Target(
                week(week), Optional.of(figure).filter(f -> !f.isEmpty()).map(BigDecimal::new));
    }

    static History with(
            History history, List<History.Target> targets, List<History.Stage> stages, List<History.Event> events) {
        return new History(history.points(), history.gap(), targets, stages, events, history.isOld());
    }

    /** Anything that can come: few or many points, near or far, large, small, negative, with targets, stages and events. */
    static History random(Random random, int most) {
        int count = 1 + random.nextInt(most);
        int magnitude = random.nextInt(24) - 6;
        boolean negative = random.nextInt(4) == 0;
        Instant at = START;
        List<History.Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BigDecimal figure = BigDecimal.valueOf(random.nextDouble() - (negative ? 0.7 : 0))
                    .setScale(6, RoundingMode.HALF_UP)
                    .scaleByPowerOfTen(magnitude);
            points.add(new History.Point(at, random.nextInt(9) == 0 ? BigDecimal.ZERO : figure));
            at = at.plus(Duration.ofMinutes(1 + random.nextInt(random.nextInt(20) == 0 ? 90_000 : 9_000)));
        }
        BigDecimal goal = BigDecimal.valueOf(random.nextInt(100)).scaleByPowerOfTen(magnitude - 1);
        List<History.Target> targets = random.nextBoolean()
                ? List.of(
                        target(-3, "0"),
                        new History.Target(week(random.nextInt(30)), Optional.of(goal)),
                        target(40, ""))
                : List.of();
        List<History.Stage> stages = List.of(
                new History.Stage("Pilot", week(-2), Optional.of(week(3))),
                new History.Stage("Early adopters & friends", week(3), Optional.empty()));
        List<History.Event> events = new ArrayList<>();
        for (int i = random.nextInt(9); i > 0; i--) {
            events.add(new History.Event("event <" + i + ">", week(random.nextInt(40) - 3)));
        }
        return new History(
                points,
                Duration.ofDays(10),
                targets,
                random.nextBoolean() ? stages : List.of(),
                events,
                random.nextBoolean());
    }
}
