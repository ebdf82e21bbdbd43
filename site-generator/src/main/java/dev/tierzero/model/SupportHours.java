package dev.tierzero.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * When somebody answers, in the zone of those who answer. Whether that is now is for the reader's clock to say.
 *
 * @param days on which hours begin, Monday first; never empty
 * @param from when they begin
 * @param to when they end; not after {@code from} means on the next day, equal to it a whole day
 * @param zone name in the tz database: {@code Europe/Berlin}
 * @param holidays days on which no hours begin, sorted
 * @param note what readers have to know about them, or empty
 */
public record SupportHours(
        List<DayOfWeek> days, LocalTime from, LocalTime to, String zone, List<LocalDate> holidays, String note) {

    private static final int WEEK = 7;

    /** Copies, in order. */
    public SupportHours {
        days = days.stream().distinct().sorted().toList();
        holidays = holidays.stream().distinct().sorted().toList();
    }

    /** Around the clock, every day. */
    public static SupportHours always(String note) {
        return new SupportHours(
                List.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, "UTC", List.of(), note);
    }

    /** Whether there is no hour without an answer. */
    public boolean isAlways() {
        return days.size() == WEEK && from.equals(to) && holidays.isEmpty();
    }

    /** For readers: {@code Monday to Friday 09:00–17:00 (Europe/Berlin)}. */
    public String text() {
        if (isAlways()) {
            return "At any time";
        }
        String time = from.equals(to) ? "from " + from + " for 24 hours" : from + "–" + to;
        return daysText() + " " + time + (to.isBefore(from) ? " on the next day" : "") + " (" + zone + ")";
    }

    /** The holidays for readers, or empty. */
    public String holidaysText() {
        return holidays.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
    }

    /** Numbers of the days as ISO 8601 has them: {@code 1,2,3}. */
    public String dayNumbers() {
        return days.stream().map(day -> String.valueOf(day.getValue())).collect(Collectors.joining(","));
    }

    private String daysText() {
        if (days.size() == WEEK) {
            return "Every day";
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            int end = i;
            while (end + 1 < days.size()
                    && days.get(end + 1).getValue() == days.get(end).getValue() + 1) {
                end++;
            }
            if (end - i > 1) {
                parts.add(name(i) + " to " + name(end));
                i = end;
            } else {
                parts.add(name(i));
            }
        }
        return String.join(", ", parts);
    }

    private String name(int at) {
        return days.get(at).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
