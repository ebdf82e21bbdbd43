package dev.tierzero.coverage;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Html;
import java.util.List;

/** Teams against champions. */
final class TeamAxis {

    private final Inventory inventory;

    private TeamAxis(Inventory inventory) {
        this.inventory = inventory;
    }

    static Axis of(Inventory inventory) {
        TeamAxis axis = new TeamAxis(inventory);
        return new Axis(
                "teams",
                "Teams and their champions",
                "Every team has a champion, or a page that says why not.",
                List.of("Team", "Stage", "Champions", "Term ends", "Migration"),
                inventory.registers().teams().stream().map(axis::row).toList(),
                axis.mixture());
    }

    private Axis.Row row(Team team) {
        Findings findings = inventory.findings();
        if (team.champions() == 0 && team.exception().isEmpty()) {
            findings.hole(
                    "CV040",
                    team.at("champions"),
                    "team " + team.id() + " has no champion",
                    "find one, or name the page that says why not as \"exception\"");
        }
        team.exception()
                .filter(path -> inventory.site().document(path).isEmpty())
                .ifPresent(path -> findings.error(
                        "CV041",
                        team.at("exception"),
                        "the page with the exception of team " + team.id() + " does not exist: " + path,
                        inventory.nearestPage(path, "write it, or correct the path, which begins below content/")));
        inventory
                .site()
                .asOf()
                .flatMap(today -> team.termEnds().filter(today::isAfter))
                .ifPresent(end -> findings.hole(
                        "CV042",
                        team.at("champion-term-ends"),
                        "the term of the champion of team " + team.id() + " ended on " + end,
                        "agree on a successor or a further term, and write its end here"));
        boolean excused = team.champions() == 0 && team.exception().isPresent();
        List<Html> cells = List.of(
                Html.text(team.title() + (team.sample() ? " (sample)" : "")),
                Html.text(Cells.words(team.stage())),
                excused ? Cells.page(inventory, team.exception()) : Html.text(String.valueOf(team.champions())),
                team.termEnds()
                        .map(end -> Cells.due(end, end.toString(), "Term over"))
                        .orElse(Cells.text("")),
                Html.text(Cells.words(team.migration())));
        return Axis.Row.of(cells, findings, excused ? Axis.State.EXCEPTION : Axis.State.COVERED);
    }

    /** Invented teams beside real ones make every count wrong. */
    private List<Diagnostic> mixture() {
        List<Team> teams = inventory.registers().teams();
        Findings findings = inventory.findings();
        if (teams.stream().anyMatch(team -> !team.sample())) {
            teams.stream()
                    .filter(Team::sample)
                    .forEach(team -> findings.hole(
                            "CV043",
                            team.at("sample"),
                            "team " + team.id() + " is sample data beside real teams",
                            "delete the rows with \"sample: true\""));
        }
        return findings.all();
    }
}
