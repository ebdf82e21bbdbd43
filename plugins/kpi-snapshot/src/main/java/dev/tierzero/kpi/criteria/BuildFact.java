package dev.tierzero.kpi.criteria;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Document;
import dev.tierzero.api.SiteView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Things that the build itself can count. Each is a hole: none left is what a criterion usually asks for. */
enum BuildFact {
    /** Entries of {@code alerts.yaml} whose {@code runbook} is no page. */
    ALERTS_WITHOUT_RUNBOOK(
            "alerts", "without a runbook", (site, folder) -> entries(site, "alerts", e -> !isPage(site, e, "runbook"))),
    /** Entries of {@code codes.yaml} whose {@code page} is no page. */
    CODES_WITHOUT_PAGE(
            "codes", "without a page", (site, folder) -> entries(site, "codes", e -> !isPage(site, e, "page"))),
    /** Entries of {@code teams.yaml} without a number of {@code champions} of one or more. */
    TEAMS_WITHOUT_CHAMPION(
            "teams",
            "without a champion",
            (site, folder) -> entries(site, "teams", e -> e.number("champions")
                    .filter(n -> n.signum() > 0)
                    .isEmpty())),
    /** Entries of {@code teams.yaml} whose {@code migration} is not {@code done} and that have no {@code exception}. */
    TEAMS_NOT_MIGRATED(
            "teams",
            "not migrated",
            (site, folder) -> entries(
                    site,
                    "teams",
                    e -> !e.text("migration").orElse("").equals("done")
                            && e.get("exception").isEmpty())),
    /** Entries of {@code deliverables.yaml} whose {@code page} is no page. */
    DELIVERABLES_WITHOUT_PAGE(
            "deliverables",
            "without a page",
            (site, folder) -> entries(site, "deliverables", e -> !isPage(site, e, "page"))),
    /** Pages of the type {@code dr-playbook} whose scenario no record in {@code _data/drills/} names. */
    PLAYBOOKS_WITHOUT_DRILL(
            "recovery playbooks", "without a recorded drill", (site, folder) -> undrilled(site, folder, "dr-playbook")),
    /** Pages of the type {@code runbook} whose name no record in {@code _data/drills/} names as its scenario. */
    RUNBOOKS_WITHOUT_DRILL(
            "runbooks", "without a recorded drill", (site, folder) -> undrilled(site, folder, "runbook")),
    /** Pages without a date of review. */
    PAGES_WITHOUT_REVIEW(
            "pages",
            "without a date of review",
            (site, folder) -> pages(site, folder, page -> lacks(page, "reviewed"))),
    /** Pages without an owner. */
    PAGES_WITHOUT_OWNER(
            "pages", "without an owner", (site, folder) -> pages(site, folder, page -> lacks(page, "owner"))),
    /** Entries of {@code kpis.yaml} of which no value is known. */
    KPIS_WITHOUT_VALUE("KPIs", "without a value", (site, folder) -> KpiValues.missing(site));

    private final String things;
    private final String hole;
    private final BiFunction<SiteView, String, Count> counting;

    BuildFact(String things, String hole, BiFunction<SiteView, String, Count> counting) {
        this.things = things;
        this.hole = hole;
        this.counting = counting;
    }

    /**
     * What was found.
     *
     * @param total of things looked at
     * @param found those that the fact is about
     * @param sample whether the register says of itself that it holds samples
     */
    record Count(int total, List<String> found, boolean sample) {

        private static final int NAMED = 5;

        Count {
            found = List.copyOf(found);
        }

        /** How many, and the first of them by name. */
        String words(BuildFact fact, String folder) {
            String rest = found.size() > NAMED ? " and " + (found.size() - NAMED) + " more" : "";
            return found.size() + " of " + total + " " + fact.things + " " + (folder.isEmpty() ? "" : "in " + folder + " ") + fact.hole
                    + (found.isEmpty() ? "" : ": ")
                    + found.stream().limit(NAMED).collect(Collectors.joining(", ")) + rest;
        }
    }

    /** As conditions name it: {@code alerts-without-runbook}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is looked at: {@code alerts}. */
    String things() {
        return things;
    }

    /** Counts. */
    Count count(SiteView site, String folder) {
        return counting.apply(site, folder);
    }

    /** The fact of a word; empty for any other text. */
    static Optional<BuildFact> ofWord(String word) {
        return Stream.of(values()).filter(fact -> fact.word().equals(word)).findFirst();
    }

    private static Count entries(SiteView site, String register, Predicate<DataNode> hole) {
        List<DataNode> all = site.register(register).orElse(List.of());
        boolean sample = all.stream().anyMatch(e -> e.flag("sample").orElse(false));
        return new Count(
                all.size(), all.stream().filter(hole).map(BuildFact::title).toList(), sample);
    }

    private static String title(DataNode entry) {
        return entry.text("title")
                .or(() -> entry.text("id"))
                .or(() -> entry.text("code"))
                .orElse("?");
    }

    private static boolean isPage(SiteView site, DataNode entry, String key) {
        return entry.text(key)
                .map(path -> path.replaceAll("#.*", "").replaceAll("^/", ""))
                .flatMap(site::document)
                .isPresent();
    }

    private static Count pages(SiteView site, String folder, Predicate<Document> hole) {
        List<Document> all =
                site.documents().stream().filter(page -> isIn(page, folder)).toList();
        return new Count(
                all.size(), all.stream().filter(hole).map(Document::title).toList(), false);
    }

    private static Count undrilled(SiteView site, String folder, String type) {
        Set<String> drilled = site.files("_data/drills").stream()
                .flatMap(path -> site.data(path).stream())
                .filter(BuildFact::isDrill)
                .flatMap(record -> record.text("scenario").stream())
                .collect(Collectors.toSet());
        List<Document> all = site.documents().stream()
                .filter(page -> page.type().equals(type) && isIn(page, folder))
                .toList();
        return new Count(
                all.size(),
                all.stream()
                        .filter(page -> !drilled.contains(name(page))
                                && !drilled.contains(
                                        page.metadata().text("scenario").orElse("")))
                        .map(Document::title)
                        .toList(),
                false);
    }

    /** Whether a record is of an exercise that was really held: demonstrations and incidents count for nothing here. */
    private static boolean isDrill(DataNode record) {
        return record.text("kind").orElse("exercise").equals("exercise")
                && !record.flag("demo").orElse(false);
    }

    /** The name of a page's file without its ending: {@code vault-failure}. */
    private static String name(Document page) {
        return page.path().replaceAll(".*/", "").replaceAll("\\.[^.]*$", "");
    }

    private static boolean isIn(Document page, String folder) {
        return folder.isEmpty() || page.path().startsWith(folder + "/");
    }

    private static boolean lacks(Document page, String key) {
        return page.metadata().text(key).isEmpty();
    }
}
