package dev.tierzero.coverage;

import dev.tierzero.api.ContributedPage;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Html;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
        body.addAll(holes(inventory, axes));
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

    private static List<Html> holes(Inventory inventory, List<Axis> axes) {
        Map<String, List<Diagnostic>> byRemedy = new LinkedHashMap<>();
        axes.stream()
                .flatMap(axis -> axis.findings().stream())
                .sorted(Comparator.comparing(Diagnostic::severity).thenComparing(Comparator.naturalOrder()))
                .forEach(finding -> byRemedy.computeIfAbsent(finding.code() + finding.hint(), key -> new ArrayList<>())
                        .add(finding));
        Html heading = Html.element("h2", "Holes").id("holes");
        if (byRemedy.isEmpty()) {
            return List.of(heading, Html.element("p", "None: everything is covered."));
        }
        List<Html> items = new ArrayList<>();
        byRemedy.values().forEach(alike -> items.add(remedy(inventory, alike)));
        return List.of(heading, Html.element("ul", items));
    }

    /** Findings that are mended in the same way, and how. */
    private static Html remedy(Inventory inventory, List<Diagnostic> alike) {
        List<Html> lines = new ArrayList<>();
        for (Diagnostic finding : alike) {
            lines.add(Html.element("strong", what(inventory, finding)));
            lines.add(Html.element("br"));
        }
        Diagnostic first = alike.get(0);
        lines.add(Html.text(sentence(first.hint()) + " "));
        lines.add(explained(inventory, first.code()));
        return Html.element("li", lines);
    }

    /** The message; where it is about a page, the page before it. */
    private static Html what(Inventory inventory, Diagnostic finding) {
        String file = finding.position().file();
        return inventory.site().documents().stream()
                .filter(page -> page.file().equals(file))
                .findFirst()
                .map(page -> Html.of(
                        Html.link("/" + page.path(), page.title()), Html.text(": " + dotted(finding.message()))))
                .orElse(Html.text(sentence(finding.message())));
    }

    /** The finding's code, with a link where the site explains it. */
    private static Html explained(Inventory inventory, String code) {
        String path = "checks/" + code + ".md";
        return inventory.site().document(path).isPresent() ? Html.link("/" + path, code) : Html.element("code", code);
    }

    private static String dotted(String text) {
        return text.matches("(?s).*[.?!]") ? text : text + ".";
    }

    private static String sentence(String text) {
        int first = text.offsetByCodePoints(0, 1);
        return dotted(text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first));
    }

    private static List<Html> section(Inventory inventory, Axis axis) {
        List<Html> parts = new ArrayList<>();
        parts.add(Html.element("h2", axis.title()).id(axis.key()));
        parts.add(Html.element("p", axis.count() + " covered. " + axis.rule()));
        if (axis.key().equals("playbooks") && inventory.anyDemo()) {
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
