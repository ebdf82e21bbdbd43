package dev.tierzero.coverage;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Times to recovery as people read them. */
final class Clock {

    private Clock() {}

    /** A time as {@code mm:ss}; minutes may exceed 59. */
    static String of(Duration time) {
        return String.format(Locale.ROOT, "%02d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    /** The one in the middle; of an even number the mean of the two there, in whole seconds. At least one is given. */
    static Duration median(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        Duration upper = sorted.get(sorted.size() / 2);
        Duration lower = sorted.get((sorted.size() - 1) / 2);
        return Duration.ofSeconds(lower.plus(upper).toSeconds() / 2);
    }
}
