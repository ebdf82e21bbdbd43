package dev.tierzero.kpi.page;

import static dev.tierzero.api.Html.element;
import static dev.tierzero.api.Html.link;
import static dev.tierzero.api.Html.text;

import dev.tierzero.api.ContributedFile;
import dev.tierzero.api.ContributedPage;
import dev.tierzero.api.Contribution;
import dev.tierzero.api.Html;
import dev.tierzero.kpi.chart.Notation;
import dev.tierzero.kpi.model.Kpi;
import dev.tierzero.kpi.model.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The page of one KPI: now, history, data, meaning. */
record KpiPage(Reading reading, Board board, int order) {

    List<Contribution> contributions() {
        Kpi kpi = reading.kpi();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("description", kpi.definition());
        metadata.put("order", String.valueOf(order));
        metadata.put("tags", "kpi");
        if (!kpi.owner().isEmpty()) {
            metadata.put("owner", kpi.owner());
        }
        String path = "kpis/" + kpi.id();
        return List.of(
                new ContributedPage(path + ".html", kpi.title(), Dashboard.TYPE, metadata, html()),
                new ContributedFile(path + ".csv", new DataTable(reading).csv()));
    }

    private Html html() {
        List<Html> body = new ArrayList<>();
        if (reading.kpi().demo()) {
            body.add(Dashboard.demoNote("The figures on this page are made up for demonstration."));
        }
        body.add(new Tile(reading, board).headline());
        body.add(section("history", "History"));
        body.add(new ChartFigure(reading).html());
        body.add(section("data", "Data"));
        body.add(new DataTable(reading).html());
        if (!reading.observations().isEmpty()) {
            body.add(element("p", link("/kpis/" + reading.kpi().id() + ".csv", "Download all values as CSV")));
        }
        body.add(section("definition", "Definition"));
        body.add(new Facts(reading, board).full());
        body.addAll(targets());
        body.add(section("reading", "How to read it"));
        body.add(guide());
        body.add(element("p", link("/kpis/dashboard.html", "All KPIs")));
        return Html.of(body);
    }

    private List<Html> targets() {
        Notation notation = reading.notation();
        List<Html> rows = new ArrayList<>();
        if (reading.kpi().target() instanceof Target.ByStage target) {
            target.steps()
                    .forEach(step -> rows.add(row(
                            stage(step.stage()),
                            Words.bound(target.operator(), notation.value(step.value())),
                            begin(step.stage()))));
        } else if (reading.kpi().target() instanceof Target.ByDate target) {
            target.steps()
                    .forEach(step -> rows.add(row(
                            "",
                            Words.bound(target.operator(), notation.value(step.value())),
                            step.from().toString())));
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        boolean stages = reading.kpi().target() instanceof Target.ByStage;
        List<Html> heads = Stream.of(stages ? "Stage" : "", "Target", "From")
                .filter(head -> !head.isEmpty())
                .map(Tables::head)
                .toList();
        return List.of(
                section("targets", "Targets"),
                Tables.of("Targets of " + reading.kpi().title(), heads, rows));
    }

    private static Html row(String stage, String target, String from) {
        Html first = stage.isEmpty() ? Html.EMPTY : Tables.row(text(stage));
        return element("tr", first, element("td", target), element("td", from));
    }

    private String stage(String id) {
        return reading.declared().stages().stream()
                .filter(stage -> stage.id().equals(id))
                .map(stage -> stage.title())
                .findFirst()
                .orElse(id);
    }

    private String begin(String id) {
        return reading.declared().stages().stream()
                .filter(stage -> stage.id().equals(id))
                .flatMap(stage -> stage.from().stream())
                .map(LocalDate::toString)
                .findFirst()
                .orElse("no date yet");
    }

    private Html guide() {
        List<Html> items = new ArrayList<>();
        if (!reading.kpi().note().isEmpty()) {
            items.add(element("li", sentence(reading.kpi().note())));
        }
        items.add(element(
                "li",
                "“Observed” is the time that the value is true for, “fetched” the time it was read from its source."));
        if (!(reading.kpi().target() instanceof Target.None)) {
            items.add(element("li", "Each value is held against the target that was in force on its day."));
        }
        items.add(element(
                "li",
                "When the source cannot be asked, the last good value stays, with its age. It never turns into zero."));
        return element("ul", items);
    }

    private static String sentence(String words) {
        return words.matches(".*[.!?]") ? words : words + ".";
    }

    private static Html section(String id, String title) {
        return element("h2", title).id(id);
    }
}
