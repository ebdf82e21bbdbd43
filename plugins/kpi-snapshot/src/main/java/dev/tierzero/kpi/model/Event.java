package dev.tierzero.kpi.model;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * Something that happened, marked in charts: a release, a new stage, a vulnerability. Ordered by date.
 *
 * @param date its day
 * @param title for readers
 */
public record Event(LocalDate date, String title) implements Comparable<Event> {

    private static final Comparator<Event> ORDER =
            Comparator.comparing(Event::date).thenComparing(Event::title);

    @Override
    public int compareTo(Event other) {
        return ORDER.compare(this, other);
    }
}
