package dev.tierzero.coverage;

import dev.tierzero.api.ContributedPage;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The page that shows what is covered: holes first, then every axis with all its rows. */
final class CoveragePage {

    private CoveragePage() {}

    static ContributedPage of(Inventory inventory, List<Axis> axes) {
        List<Html> body = new ArrayList<>();
        body.add(Html.element(
                "p",
                "Everything that the portal promises to have, held against what is there. The page is made from the registers and the"
                        + " pages at each build; nobody edits it."));
        body.add(summary(axes));
        body.addAll(holes(axes));
        axes.forEach(axis -> body.addAll(section(inventory, axis)));
        return new ContributedPage(
                inventory.settings().page(),
                "Coverage",
                "page",
                Map.of(
                        "description",
                        "Which code, alert, service, playbook, team and deliverable has what it needs, and which does not.",
                        "order",
                        "95"),
                Html.of(body));
    }

    private static Html summary(List<Axis> axes) {
        List<List<Html>> rows = axes.stream()
                .map(axis -> List.of(
                        Html.link("#" + axis.key(), axis.title()), Html.text(axis.count()), Html.text(axis.rule())))
                .toList();
        return Tables.table(
                "What is covered", List.of(Html.text("Side"), Html.text("Covered"), Html.text("What is asked")), rows);
    }

    private static List<Html> holes(List<Axis> axes) {
        List<Diagnostic> findings =
                axes.stream().flatMap(axis -> axis.findings().stream()).sorted().toList();
        Html heading = Html.element("h2", "Holes").id("holes");
        if (findings.isEmpty()) {
            return List.of(heading, Html.element("p", "None: everything is covered."));
        }
        List<Html> items = findings.stream().map(CoveragePage::hole).toList();
        return List.of(
                heading,
                Html.element("p", "Each line says what is missing, where that is known from, and what to do."),
                Html.element("ul", items));
    }

    private static Html hole(Diagnostic finding) {
        return Html.element(
                "li",
                Html.element("strong", sentence(finding.message())),
                Html.text(" " + sentence(finding.hint()) + " ("),
                Html.element("code", finding.code() + ", " + finding.position().file()),
                Html.text(")"));
    }

    private static String sentence(String text) {
        String begun = text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT)
                + text.substring(text.offsetByCodePoints(0, 1));
        return begun.matches("(?s).*[.?!]") ? begun : begun + ".";
    }

    private static List<Html> section(Inventory inventory, Axis axis) {
        List<Html> parts = new ArrayList<>();
        parts.add(Html.element("h2", axis.title()).id(axis.key()));
        parts.add(Html.element("p", axis.count() + " covered. " + axis.rule()));
        if (axis.key().equals("playbooks") && inventory.drills().anyDemo()) {
            parts.add(DrillGrid.demoNote());
        }
        if (axis.key().equals("teams") && inventory.registers().teams().stream().anyMatch(Team::sample)) {
            parts.add(Html.element(
                    "p",
                    Html.element("strong", "Sample data:"),
                    Html.text(" the teams marked as a sample are invented.")));
        }
        parts.add(Tables.of(axis));
        return parts;
    }
}
