package dev.tierzero.kpi.page;

import static dev.tierzero.api.Html.element;
import static dev.tierzero.api.Html.link;
import static dev.tierzero.api.Html.text;

import dev.tierzero.api.ContributedPage;
import dev.tierzero.api.Html;
import dev.tierzero.kpi.model.State;
import dev.tierzero.kpi.model.Target;
import dev.tierzero.kpi.model.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All KPIs as tiles, by audience where one is declared. */
record Dashboard(Board board) {

    /** The content type of pages about KPIs. */
    static final String TYPE = "kpi-dashboard";

    ContributedPage page() {
        return new ContributedPage(
                "kpis/dashboard.html",
                "KPI dashboard",
                TYPE,
                Map.of(
                        "description", "All KPIs with value, target, trend and age.",
                        "nav-title", "Dashboard",
                        "order", "1",
                        "tags", "kpi"),
                html());
    }

    private Html html() {
        List<Html> body = new ArrayList<>();
        long demo = board.readings().stream().filter(r -> r.kpi().demo()).count();
        if (demo > 0) {
            boolean all = demo == board.readings().size();
            body.add(demoNote(
                    all
                            ? "All figures on this page are made up for demonstration."
                            : "Figures marked “Demo data” are made up for demonstration."));
        }
        body.add(element("p", summary()).css("lead"));
        groups().forEach((audience, readings) -> {
            if (!audience.isEmpty()) {
                body.add(element("h2", audience));
            }
            String heading = audience.isEmpty() ? "h2" : "h3";
            body.add(element(
                            "div",
                            readings.stream()
                                    .map(r -> new Tile(r, board).html(heading))
                                    .toList())
                    .css("kpi-tiles"));
        });
        return Html.of(body);
    }

    /** How many targets are met, and what cannot be relied on: the whole page in a sentence. */
    private String summary() {
        List<Reading> bound = board.readings().stream()
                .filter(r -> !(r.kpi().target() instanceof Target.None))
                .toList();
        long met = bound.stream().filter(r -> r.verdict() == Verdict.MET).count();
        long unknown =
                bound.stream().filter(r -> r.verdict() == Verdict.UNKNOWN).count();
        long old =
                board.readings().stream().filter(r -> r.state() != State.FRESH).count();
        return met + " of " + bound.size() + (bound.size() == 1 ? " target" : " targets") + " met"
                + (unknown > 0 ? ", " + unknown + " unknown" : "")
                + (old > 0 ? "; " + old + (old == 1 ? " figure is" : " figures are") + " not fresh" : "")
                + ", as of " + Words.day(board.asOf()) + ".";
    }

    private Map<String, List<Reading>> groups() {
        Map<String, List<Reading>> groups = new LinkedHashMap<>();
        board.readings().forEach(reading -> groups.computeIfAbsent(
                        Words.capital(reading.kpi().audience()), name -> new ArrayList<>())
                .add(reading));
        return groups;
    }

    /** The five-second view: one row a KPI. */
    Html table() {
        List<Html> heads = List.of("KPI", "Value", "Target", "Met", "Observed", "State").stream()
                .map(Tables::head)
                .toList();
        boolean demo = board.readings().stream().anyMatch(r -> r.kpi().demo());
        return Tables.of(
                "KPIs at a glance" + (demo ? " (demo data)" : ""),
                heads,
                board.readings().stream().map(this::row).toList());
    }

    private Html row(Reading reading) {
        Html value = reading.last().map(o -> text(reading.text(o))).orElse(text("no data"));
        Html observed = reading.last()
                .map(o -> Words.time(o.observedAt(), reading.kpi().cadence()))
                .orElse(text("–"));
        boolean none = reading.kpi().target() instanceof Target.None;
        return element(
                "tr",
                Tables.row(link(reading.page(), reading.kpi().title())),
                element("td", value),
                element("td", none ? "none" : Words.target(reading)),
                element("td", none ? text("–") : Words.verdict(reading.verdict())),
                element("td", observed),
                element("td", new Tile(reading, board).state()));
    }

    /** The note above figures that are made up. */
    static Html demoNote(String words) {
        return element("aside", element("p", "Demo data").css("admonition-title"), element("p", words))
                .css("admonition important")
                .attribute("role", "note")
                .attribute("aria-label", "Demo data");
    }
}
