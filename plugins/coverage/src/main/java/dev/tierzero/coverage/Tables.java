package dev.tierzero.coverage;

import dev.tierzero.api.Html;
import java.util.ArrayList;
import java.util.List;

/** Tables as the theme lays them out: captioned, headed, in a box of their own that scrolls. */
final class Tables {

    private Tables() {}

    /** The rows of an axis with their state in words. */
    static Html of(Axis axis) {
        return of(axis, true);
    }

    /** The rows of an axis as a register; their state is told only where one is more than covered. */
    static Html register(Axis axis) {
        return of(axis, axis.rows().stream().anyMatch(row -> row.state() != Axis.State.COVERED));
    }

    private static Html of(Axis axis, boolean states) {
        List<String> columns = new ArrayList<>(axis.columns());
        List<List<Html>> rows = new ArrayList<>();
        for (Axis.Row row : axis.rows()) {
            List<Html> cells = new ArrayList<>(row.cells());
            if (states) {
                cells.add(state(row.state()));
            }
            rows.add(cells);
        }
        if (states) {
            columns.add("Coverage");
        }
        return table(axis.title(), columns.stream().map(Html::text).toList(), rows);
    }

    private static Html state(Axis.State state) {
        return state == Axis.State.HOLE ? Html.element("strong", state.words()) : Html.text(state.words());
    }

    /** A table; the first cell of a row is its header. */
    static Html table(String caption, List<Html> columns, List<List<Html>> rows) {
        List<Html> head = columns.stream()
                .map(column -> Html.element("th", column).attribute("scope", "col"))
                .toList();
        List<Html> body = rows.stream().map(Tables::row).toList();
        Html table = Html.element(
                "table",
                Html.element("caption", caption),
                Html.element("thead", Html.element("tr", head)),
                Html.element("tbody", body));
        return Html.element("div", table)
                .css("table-scroll")
                .attribute("tabindex", "0")
                .attribute("role", "region")
                .attribute("aria-label", caption);
    }

    private static Html row(List<Html> cells) {
        List<Html> row = new ArrayList<>();
        row.add(Html.element("th", cells.get(0)).attribute("scope", "row"));
        cells.stream().skip(1).forEach(cell -> row.add(Html.element("td", cell)));
        return Html.element("tr", row);
    }
}
