package dev.tierzero.kpi.page;

import static dev.tierzero.api.Html.element;
import static dev.tierzero.api.Html.text;

import dev.tierzero.api.Html;
import dev.tierzero.kpi.model.Observation;
import dev.tierzero.kpi.model.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** The values of a KPI as a table, newest first, and as CSV, oldest first. */
record DataTable(Reading reading) {

    /** Half a year of weekly values. */
    private static final int SHOWN = 26;

    Html html() {
        int size = reading.observations().size();
        if (size == 0) {
            return element("p", "No values yet.");
        }
        Html newest = table("Values, newest first", size - 1, Math.max(0, size - SHOWN));
        if (size <= SHOWN) {
            return newest;
        }
        Html older = table("Older values", size - SHOWN - 1, 0);
        Html fold = element("details", element("summary", (size - SHOWN) + " older values"), older)
                .css("disclosure");
        return Html.of(newest, fold);
    }

    private Html table(String caption, int from, int to) {
        List<Html> heads = new ArrayList<>(
                List.of(Tables.head("Observed"), Tables.head(valueHead()).css("right")));
        if (hasTarget()) {
            heads.add(Tables.head("Target"));
        }
        if (hasGroups()) {
            heads.add(Tables.head("Group size").css("right"));
        }
        heads.add(Tables.head("Fetched"));
        List<Html> rows =
                IntStream.rangeClosed(0, from - to).mapToObj(i -> row(from - i)).toList();
        return Tables.of(caption, heads, rows);
    }

    private Html row(int index) {
        Observation observation = reading.observations().get(index);
        List<Html> cells = new ArrayList<>();
        cells.add(Tables.row(time(observation.observedAt())));
        cells.add(element("td", value(observation)).css("right"));
        if (hasTarget()) {
            cells.add(element("td", Words.verdict(reading.verdictOf(index))));
        }
        if (hasGroups()) {
            cells.add(element("td", group(observation.group())).css("right"));
        }
        cells.add(element("td", time(observation.fetchedAt())));
        return element("tr", cells);
    }

    /** Without its age: forty ages in a table tell nothing. */
    private Html time(Instant at) {
        return element("time", text(Words.stamp(at, reading.kpi().cadence()))).attribute("datetime", at.toString());
    }

    /** A unit of words stands in the head alone. */
    private String valueHead() {
        String unit = reading.notation().heading();
        return unit.isEmpty() ? "Value" : Words.capital(unit);
    }

    private String value(Observation observation) {
        String text = reading.text(observation);
        String after = reading.notation().after();
        boolean inHead = !reading.notation().heading().isEmpty() && text.endsWith(after);
        return inHead ? text.substring(reading.notation().before().length(), text.length() - after.length()) : text;
    }

    private boolean hasTarget() {
        return !(reading.kpi().target() instanceof Target.None);
    }

    private boolean hasGroups() {
        return reading.observations().stream().anyMatch(o -> o.group().isPresent());
    }

    private static String group(OptionalLong group) {
        return group.isPresent() ? String.valueOf(group.getAsLong()) : "–";
    }

    /** The values as CSV (RFC 4180), oldest first, in the KPI's unit. */
    String csv() {
        StringBuilder text = new StringBuilder("observed-at,fetched-at,value,unit,group,demo\r\n");
        for (Observation o : reading.observations()) {
            text.append(o.observedAt()).append(',').append(o.fetchedAt()).append(',');
            text.append(o.value().toPlainString())
                    .append(',')
                    .append(quoted(reading.kpi().unit().symbol()))
                    .append(',');
            text.append(o.group().isPresent() ? o.group().getAsLong() : "").append(',');
            text.append(reading.kpi().demo()).append("\r\n");
        }
        return text.toString();
    }

    /** A spreadsheet would take a text that begins so for a formula. Units never do, unless a currency of the future does. */
    private static String quoted(String cell) {
        String safe = cell.matches("[=+@-].*") ? "'" + cell : cell;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
