package dev.tierzero.kpi.criteria;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Document;
import dev.tierzero.api.SiteView;
import dev.tierzero.api.run.RunRecords;
import dev.tierzero.kpi.page.Board;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Counts what the facts of the build are about, in the registers and pages of a site.
 *
 * @param folder pages below it count alone; empty: all
 */
record Census(Board board, String folder) {

    /**
     * What was found.
     *
     * @param total of things looked at
     * @param found those that the fact is about, by title
     * @param sample whether they are samples or made up
     */
    record Count(int total, List<String> found, boolean sample) {

        private static final int NAMED = 5;

        Count {
            found = List.copyOf(found);
        }

        /** How many, and the first of them by name. */
        String words(BuildFact fact, String folder) {
            String rest = found.size() > NAMED ? " and " + (found.size() - NAMED) + " more" : "";
            String where = folder.isEmpty() ? " " : " in " + folder + " ";
            return found.size() + " of " + total + " " + fact.things() + where + fact.hole()
                    + (found.isEmpty() ? "" : ": ")
                    + found.stream().limit(NAMED).collect(Collectors.joining(", ")) + rest;
        }
    }

    Count of(BuildFact fact) {
        return switch (fact) {
            case ALERTS_WITHOUT_RUNBOOK -> entries("alerts", entry -> !hasPage(entry, "runbook"));
            case CODES_WITHOUT_PAGE -> entries("codes", entry -> !hasPage(entry, "page"));
            case DELIVERABLES_WITHOUT_PAGE -> entries("deliverables", entry -> !hasPage(entry, "page"));
            case TEAMS_WITHOUT_CHAMPION -> entries("teams", Census::hasNoChampion);
            case TEAMS_NOT_MIGRATED -> entries("teams", Census::isLeftBehind);
            case PLAYBOOKS_WITHOUT_DRILL -> undrilled("dr-playbook");
            case RUNBOOKS_WITHOUT_DRILL -> undrilled("runbook");
            case PAGES_WITHOUT_REVIEW -> pages(page -> true, page -> lacks(page, "reviewed"));
            case PAGES_WITHOUT_OWNER -> pages(page -> true, page -> lacks(page, "owner"));
            case KPIS_WITHOUT_VALUE -> kpis();
        };
    }

    private Count entries(String register, Predicate<DataNode> hole) {
        List<DataNode> all = board.entries(register);
        boolean sample = all.stream().anyMatch(entry -> entry.flag("sample").orElse(false));
        return new Count(
                all.size(), all.stream().filter(hole).map(Census::title).toList(), sample);
    }

    private static String title(DataNode entry) {
        return entry.text("title")
                .or(() -> entry.text("id"))
                .or(() -> entry.text("code"))
                .orElse("?");
    }

    private boolean hasPage(DataNode entry, String key) {
        return entry.text(key)
                .map(path -> path.replaceAll("#.*", "").replaceAll("^/", ""))
                .flatMap(site()::document)
                .isPresent();
    }

    private static boolean hasNoChampion(DataNode team) {
        return team.number("champions").filter(n -> n.signum() > 0).isEmpty();
    }

    private static boolean isLeftBehind(DataNode team) {
        return !team.text("migration").orElse("").equals("done")
                && team.get("exception").isEmpty();
    }

    private Count pages(Predicate<Document> counted, Predicate<Document> hole) {
        List<Document> all = site().documents().stream()
                .filter(page -> folder.isEmpty() || page.path().startsWith(folder + "/"))
                .filter(counted)
                .toList();
        return new Count(
                all.size(), all.stream().filter(hole).map(Document::title).toList(), false);
    }

    private Count undrilled(String type) {
        RunRecords runs = RunRecords.of(site());
        return pages(page -> page.type().equals(type), page -> runs.lastExercise(page)
                .isEmpty());
    }

    private static boolean lacks(Document page, String key) {
        return page.metadata().text(key).isEmpty();
    }

    private Count kpis() {
        List<String> without = board.readings().stream()
                .filter(reading -> reading.last().isEmpty())
                .map(reading -> reading.kpi().title())
                .toList();
        return new Count(board.readings().size(), without, board.isDemo());
    }

    private SiteView site() {
        return board.site();
    }
}
