package dev.tierzero.coverage;

import dev.tierzero.api.Document;
import dev.tierzero.api.Html;
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
    private static final int MOST_QUARTERS = 40;

    private final Inventory inventory;
    private final List<Document> playbooks;

    private DrillGrid(Inventory inventory) {
        this.inventory = inventory;
        this.playbooks = inventory.playbooks();
    }

    static Html of(Inventory inventory) {
        DrillGrid grid = new DrillGrid(inventory);
        List<Quarter> quarters = grid.quarters();
        if (quarters.isEmpty() || grid.playbooks.isEmpty()) {
            return Html.element("p", "No exercise has been recorded yet.");
        }
        List<Html> columns = new ArrayList<>(List.of(Html.text("Quarter")));
        grid.playbooks.forEach(playbook -> columns.add(Html.link("/" + playbook.path(), playbook.title())));
        Html table = Tables.table(
                "Exercises by quarter and scenario, with the time to recovery in mm:ss",
                columns,
                quarters.stream().map(grid::row).toList());
        return inventory.drills().anyDemo() ? Html.of(table, demoNote()) : table;
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
        List<Quarter> held = inventory.drills().all().stream()
                .filter(drill -> !drill.incident())
                .map(drill -> Quarter.of(drill.date()))
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
        return Stream.iterate(first.get(), quarter -> quarter.compareTo(last) <= 0, quarter -> quarter.plus(1))
                .limit(MOST_QUARTERS)
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

    private Html cell(Quarter quarter, Document playbook) {
        List<Drill> held = inventory.drills().of(playbook).stream()
                .filter(drill -> !drill.incident())
                .filter(drill -> Quarter.of(drill.date()).equals(quarter))
                .toList();
        List<Html> lines = new ArrayList<>();
        for (Drill drill : held) {
            lines.add(Html.link("/" + inventory.settings().drillPage() + "#" + drill.id(), drill.time()));
            lines.add(Html.text(drill.demo() ? " demonstration" : ""));
            lines.add(Html.element("br"));
        }
        if (held.stream().noneMatch(Drill::counts)) {
            lines.add(Cells.due(quarter.lastDay(), "none held", "Overdue"));
        } else {
            lines.remove(lines.size() - 1);
        }
        return Html.of(lines);
    }
}
