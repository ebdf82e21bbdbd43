package dev.tierzero.coverage;

import dev.tierzero.api.Document;
import dev.tierzero.api.run.RunRecord;
import java.util.Locale;
import java.util.Optional;

/** Where runs are shown: their records on one page, their reviews on one each. */
final class RunPlaces {

    private RunPlaces() {}

    /** The target of a link to a record. */
    static String record(Inventory inventory, RunRecord run) {
        return "/" + inventory.settings().drillPage() + "#" + run.id();
    }

    /** The id of the part of the page of records that is about a procedure. */
    static String runsId(String scenario) {
        return "runs-" + scenario.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** The path of a run's review: the one that somebody wrote, or else the one that is made from the record. */
    static String review(Inventory inventory, RunRecord run) {
        return written(inventory, reviewMade(inventory, run)).orElse(reviewMade(inventory, run));
    }

    /** Whether somebody wrote the review of a run. */
    static boolean isWritten(Inventory inventory, RunRecord run) {
        return written(inventory, reviewMade(inventory, run)).isPresent();
    }

    /** The path of the review that is made from a record. */
    static String reviewMade(Inventory inventory, RunRecord run) {
        return reviews(inventory) + (run.id().equals("index") ? "run-index" : run.id()) + ".html";
    }

    /** The path of the list of reviews. */
    static String reviewList(Inventory inventory) {
        return written(inventory, listMade(inventory)).orElse(listMade(inventory));
    }

    /** Whether somebody wrote the list of reviews. */
    static boolean isListWritten(Inventory inventory) {
        return written(inventory, listMade(inventory)).isPresent();
    }

    /** The path of the list of reviews that is made from the records. */
    static String listMade(Inventory inventory) {
        return reviews(inventory) + "index.html";
    }

    private static Optional<String> written(Inventory inventory, String made) {
        String name = made.substring(0, made.length() - ".html".length());
        return inventory.site().documents().stream()
                .map(Document::path)
                .filter(path -> path.startsWith(name + ".") && path.indexOf('/', name.length()) < 0)
                .findFirst();
    }

    private static String reviews(Inventory inventory) {
        String page = inventory.settings().drillPage();
        return page.substring(0, page.lastIndexOf('/') + 1) + "reviews/";
    }
}
