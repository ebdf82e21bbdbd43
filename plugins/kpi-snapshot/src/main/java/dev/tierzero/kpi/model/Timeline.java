package dev.tierzero.kpi.model;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the stages and events that charts and targets refer to. */
final class Timeline {

    private final List<Diagnostic> findings;

    Timeline(List<Diagnostic> findings) {
        this.findings = findings;
    }

    List<Stage> stages(List<DataNode> entries) {
        List<Stage> stages = new ArrayList<>();
        for (DataNode entry : entries) {
            String id = entry.text("id").orElse("");
            Stage stage = new Stage(id, entry.text("title").orElse(id), date(entry, "from"));
            if (isLate(stages, stage)) {
                String message = "the stage " + id + " begins before the stage above it";
                report(entry, "from", message, "list stages in the order of time; one without a date comes last");
            } else {
                stages.add(stage);
            }
        }
        return stages;
    }

    List<Event> events(List<DataNode> entries) {
        return entries.stream()
                .flatMap(entry -> date(entry, "date").stream()
                        .map(date -> new Event(date, entry.text("title").orElse(""))))
                .sorted()
                .toList();
    }

    /** The date of a key; one that is none is a finding. */
    private Optional<LocalDate> date(DataNode entry, String key) {
        Optional<LocalDate> date = entry.text(key).flatMap(Timeline::date);
        if (entry.text(key).isPresent() && date.isEmpty()) {
            report(entry, key, key + " is not a date", "write it as year-month-day: 2026-11-20");
        }
        return date;
    }

    static Optional<LocalDate> date(String text) {
        try {
            return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a stage stands below one that begins later, or has no date while it has one itself. */
    private static boolean isLate(List<Stage> stages, Stage stage) {
        return stage.from().isPresent()
                && stages.stream()
                        .anyMatch(s -> s.from().isEmpty()
                                || !s.from().get().isBefore(stage.from().get()));
    }

    private void report(DataNode entry, String key, String message, String hint) {
        findings.add(Diagnostic.error("KP006", entry.position(key), message, hint));
    }
}
