package dev.tierzero.source;

import dev.tierzero.model.SupportHours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The hours of a step of support: {@code always}, or a map. */
final class HoursSettings {

    private static final List<String> KEYS = List.of("days", "from", "to", "zone", "holidays", "note");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final int MOST_HOLIDAYS = 400;

    private final SettingsMap map;

    private HoursSettings(SettingsMap map) {
        this.map = map;
    }

    /** The hours of a step; empty when it does not say. */
    static Optional<SupportHours> of(SettingsMap step) throws SettingsException {
        Optional<YamlNode> node = step.node("hours");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof YamlNode.Text text) {
            if (!text.value().strip().equals("always")) {
                throw step.fault(
                        "hours",
                        "takes \"always\", or a map with days, from, to and zone, not \"" + Shown.of(text.value())
                                + "\"");
            }
            return Optional.of(SupportHours.always(""));
        }
        return Optional.of(new HoursSettings(step.map("hours", KEYS)).hours());
    }

    private SupportHours hours() throws SettingsException {
        List<DayOfWeek> days = days();
        LocalTime from = time("from");
        LocalTime to = time("to");
        if (from.equals(to) && !from.equals(LocalTime.MIDNIGHT)) {
            throw map.fault("to", "is the same as \"from\"; around the clock is written hours: always");
        }
        return new SupportHours(days, from, to, zone(), holidays(), map.text("note", ""));
    }

    /** Days and ranges of days: {@code mon-fri, sun}; a range may go over the end of the week. */
    private List<DayOfWeek> days() throws SettingsException {
        String written = needed("days", "days such as mon-fri, or mon, wed, fri");
        List<DayOfWeek> days = new ArrayList<>();
        for (String part : written.toLowerCase(Locale.ROOT).split(",", -1)) {
            List<Integer> ends = Stream.of(part.split("-", -1))
                    .map(String::strip)
                    .map(DAYS::indexOf)
                    .toList();
            if (ends.size() > 2 || ends.contains(-1)) {
                throw map.fault(
                        "days",
                        "takes days such as mon-fri, or mon, wed, fri, not \"" + Shown.of(written) + "\"; days are "
                                + Shown.list(DAYS));
            }
            int last = ends.get(ends.size() - 1);
            for (int day = ends.get(0); ; day = (day + 1) % DAYS.size()) {
                days.add(DayOfWeek.of(day + 1));
                if (day == last) {
                    break;
                }
            }
        }
        return days;
    }

    private LocalTime time(String key) throws SettingsException {
        String written = needed(key, "a time such as \"09:00\"");
        if (written.equals("24:00")) {
            return LocalTime.MIDNIGHT;
        }
        if (!written.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
            throw map.fault(key, "takes a time such as \"09:00\", in quotes, not \"" + Shown.of(written) + "\"");
        }
        return LocalTime.parse(written);
    }

    /** Names that browsers know as well; an offset such as {@code +01:00} would be wrong half of the year. */
    private String zone() throws SettingsException {
        String zone = needed("zone", "a time zone such as Europe/Berlin");
        boolean region = zone.equals("UTC") || zone.matches("(?!Etc/|SystemV/)[A-Za-z]+(/[A-Za-z0-9_+-]+){1,2}");
        if (!region || !ZoneId.getAvailableZoneIds().contains(zone)) {
            List<String> regions = ZoneId.getAvailableZoneIds().stream()
                    .filter(id -> id.contains("/"))
                    .sorted()
                    .toList();
            throw map.fault(
                    "zone",
                    "takes a time zone such as Europe/Berlin, or UTC, not \"" + Shown.of(zone) + "\""
                            + Shown.didYouMean(zone, regions));
        }
        return zone;
    }

    private List<LocalDate> holidays() throws SettingsException {
        List<LocalDate> days = new ArrayList<>();
        List<String> written = map.texts("holidays");
        if (written.size() > MOST_HOLIDAYS) {
            throw map.fault("holidays", "takes at most " + MOST_HOLIDAYS + " days");
        }
        for (String day : written) {
            try {
                days.add(LocalDate.parse(day));
            } catch (DateTimeException e) {
                throw map.fault("holidays", "takes days such as 2026-12-25, not \"" + Shown.of(day) + "\"");
            }
        }
        return days;
    }

    private String needed(String key, String what) throws SettingsException {
        String text = map.text(key, "");
        if (text.isBlank()) {
            throw map.fault(key, "is missing: hours need " + what);
        }
        return text;
    }
}
