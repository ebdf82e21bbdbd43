package dev.tierzero.coverage;

import dev.tierzero.api.Document;
import dev.tierzero.api.Html;
import dev.tierzero.api.run.RunRecord;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Exercises by quarter and scenario, from the records alone. */
final class DrillGrid {

    /** Unbroken in a narrow column. */
    private static final DateTimeFormatter END = DateTimeFormatter.ofPattern("d'\u00a0'MMM", Locale.ENGLISH);

    private static final int QUARTERS_AHEAD = 3;
    /** Ten years: those that are longer ago are in the records. */
    private static final int MOST_QUARTERS = 40;

    private final Inventory inventory;
    private final List<Document> playbooks;
    private final Schedule schedule;

    private DrillGrid(Inventory inventory) {
        this.inventory = inventory;
        this.playbooks = inventory.playbooks();
        this.schedule = new Schedule(inventory);
    }

    static Html of(Inventory inventory) {
        DrillGrid grid = new DrillGrid(inventory);
        List<Quarter> quarters = grid.quarters();
        if (quarters.isEmpty() || grid.playbooks.isEmpty()) {
            return Html.element("p", "No exercise has been recorded yet.");
        }
        List<Html> columns = new ArrayList<>(List.of(Html.text("Quarter")));
        grid.playbooks.forEach(playbook -> columns.add(Html.link("/" + playbook.path(), playbook.title())));
        List<List<Html>> rows = new ArrayList<>(List.of(grid.nextDue()));
        quarters.forEach(quarter -> rows.add(grid.row(quarter)));
        Html table =
                Tables.table("Exercises by quarter and scenario, with the time to recovery in mm:ss", columns, rows);
        return inventory.anyDemo() ? Html.of(table, demoNote()) : table;
    }

    /** The scenario that was exercised the longest ago, as a link. */
    static Html next(Inventory inventory) {
        return new Schedule(inventory)
                .next()
                .map(page -> Html.link("/" + page.path(), page.title()))
                .orElse(Html.text("no playbook yet"));
    }

    /** What stands wherever demonstration data is shown. */
    static Html demoNote() {
        return Html.element(
                "p",
                Html.element("strong", "Demonstration data:"),
                Html.text(
                        " the records marked as a demonstration are invented, and no exercise was held. They count for nothing."));
    }

    private List<Quarter> quarters() {
        List<Quarter> held = inventory.runs().all().stream()
                .filter(run -> run.kind() == RunRecord.Kind.EXERCISE)
                .map(run -> Quarter.of(run.date()))
                .sorted()
                .toList();
        Optional<Quarter> built =
                inventory.site().builtAt().map(time -> Quarter.of(LocalDate.ofInstant(time, ZoneOffset.UTC)));
        Optional<Quarter> first = Stream.of(inventory.settings().drillsFrom().stream(), held.stream(), built.stream())
                .flatMap(quarter -> quarter)
                .min(Quarter::compareTo);
        if (first.isEmpty()) {
            return List.of();
        }
        Quarter last = Stream.concat(
                        held.stream(), built.or(() -> first).stream().map(q -> q.plus(QUARTERS_AHEAD)))
                .max(Quarter::compareTo)
                .orElseThrow();
        Quarter shown = Stream.of(first.get(), last.plus(1 - MOST_QUARTERS))
                .max(Quarter::compareTo)
                .orElseThrow();
        return Stream.iterate(shown, quarter -> quarter.compareTo(last) <= 0, quarter -> quarter.plus(1))
                .toList();
    }

    private List<Html> row(Quarter quarter) {
        List<Html> cells = new ArrayList<>();
        cells.add(Html.of(
                Html.text(quarter.toString()),
                Html.element("br"),
                Html.element("small", "to\u00a0" + END.format(quarter.lastDay()))));
        playbooks.forEach(playbook -> cells.add(cell(quarter, playbook)));
        return cells;
    }

    private List<Html> nextDue() {
        List<Html> cells = new ArrayList<>(List.of(Html.text("Next due")));
        for (Document playbook : playbooks) {
            cells.add(schedule.due(playbook)
                    .map(day -> Cells.due(day, day.toString(), "Overdue"))
                    .orElse(Cells.text("")));
        }
        return cells;
    }

    private Html cell(Quarter quarter, Document playbook) {
        List<RunRecord> held = inventory.runs().of(playbook).stream()
                .filter(run -> run.kind() == RunRecord.Kind.EXERCISE)
                .filter(run -> Quarter.of(run.date()).equals(quarter))
                .toList();
        List<Html> lines = new ArrayList<>();
        for (RunRecord run : held) {
            lines.add(Html.link(RunPlaces.record(inventory, run), Clock.of(run.timeToRecovery())));
            lines.add(Html.text(run.demo() ? " demonstration" : ""));
            lines.add(Html.element("br"));
        }
        if (held.stream().noneMatch(RunRecord::isExercise)) {
            lines.add(none(quarter, playbook));
        } else {
            lines.remove(lines.size() - 1);
        }
        return Html.of(lines);
    }

    /** A quarter without an exercise: missed when one was held later, else overdue as soon as the playbook is. */
    private Html none(Quarter quarter, Document playbook) {
        Optional<Quarter> last = schedule.last(playbook).map(Quarter::of);
        if (last.filter(held -> quarter.compareTo(held) < 0).isPresent()) {
            return Html.text("none held");
        }
        Optional<LocalDate> due = schedule.due(playbook);
        int place = due.map(day -> quarter.compareTo(Quarter.of(day))).orElse(-1);
        if (place < 0) {
            return Cells.text("");
        }
        return place == 0
                ? Cells.due(due.orElseThrow(), "due by\u00a0" + END.format(due.orElseThrow()), "Overdue")
                : Cells.due(quarter.lastDay(), "none yet", "Overdue");
    }
}
