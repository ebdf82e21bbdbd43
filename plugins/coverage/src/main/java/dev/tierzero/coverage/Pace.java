package dev.tierzero.coverage;

import dev.tierzero.api.run.RunRecord;
import dev.tierzero.api.run.RunStep;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long each step of a run took: from the step before it, in the order in which people did them, to its tick.
 *
 * @param times by step, in that order
 */
record Pace(Map<RunStep, Duration> times) {

    private static final double SLOW = 1.5;
    private static final Duration WORTH_SAYING = Duration.ofMinutes(1);

    /**
     * A step that took longer than it used to.
     *
     * @param median of the earlier runs that have the step with the same words
     * @param runs how many these are
     */
    record Slow(RunStep step, Duration took, Duration median, int runs) {}

    static Pace of(RunRecord run) {
        List<RunStep> timed = run.steps().stream()
                .filter(step -> step.state() != RunStep.State.OPEN
                        && step.elapsed().isPresent()
                        && !step.role().equals("task"))
                .sorted(Comparator.comparing(step -> step.elapsed().orElseThrow()))
                .toList();
        Map<RunStep, Duration> times = new LinkedHashMap<>();
        Duration before = begun(run);
        for (RunStep step : timed) {
            Duration elapsed = step.elapsed().orElseThrow();
            if (step.state() == RunStep.State.DONE) {
                times.put(step, elapsed.minus(before).isNegative() ? Duration.ZERO : elapsed.minus(before));
            }
            before = elapsed;
        }
        return new Pace(times);
    }

    /** How long the outage had lasted when somebody opened the procedure. */
    private static Duration begun(RunRecord run) {
        Optional<String> outage = run.data().text("outage-start");
        Optional<String> began = run.data().text("began");
        if (outage.isEmpty() || began.isEmpty()) {
            return Duration.ZERO;
        }
        try {
            Duration between = Duration.between(
                    OffsetDateTime.parse(outage.get().strip()),
                    OffsetDateTime.parse(began.get().strip()));
            return between.isNegative() ? Duration.ZERO : between;
        } catch (DateTimeException e) {
            throw new IllegalStateException("a record whose times cannot be read is none", e);
        }
    }

    /** The steps that took much longer than in the middle of earlier runs. */
    List<Slow> slow(List<Pace> earlier) {
        Map<List<String>, List<Duration>> taken = new HashMap<>();
        earlier.forEach(pace -> pace.times.forEach((step, took) ->
                taken.computeIfAbsent(words(step), key -> new ArrayList<>()).add(took)));
        List<Slow> slow = new ArrayList<>();
        times.forEach((step, took) -> {
            List<Duration> before = taken.getOrDefault(words(step), List.of());
            if (!before.isEmpty()) {
                Duration median = Clock.median(before);
                if (took.minus(median).compareTo(WORTH_SAYING) >= 0 && took.toSeconds() > SLOW * median.toSeconds()) {
                    slow.add(new Slow(step, took, median, before.size()));
                }
            }
        });
        return slow;
    }

    /** What makes two steps the same. */
    private static List<String> words(RunStep step) {
        return List.of(step.id(), step.digest());
    }

    /** The steps that took longest, longest first. */
    List<Map.Entry<RunStep, Duration>> longest(int most) {
        return times.entrySet().stream()
                .sorted(Map.Entry.<RunStep, Duration>comparingByValue().reversed())
                .limit(most)
                .toList();
    }
}
