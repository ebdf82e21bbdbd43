package dev.tierzero.coverage;

import dev.tierzero.api.Document;
import dev.tierzero.api.run.RunRecord;
import java.util.Optional;

/** Where runs are shown: their records on one page, their reviews on one each. */
final class RunPlaces {

    private RunPlaces() {}

    /** The target of a link to a record. */
    static String record(Inventory inventory, RunRecord run) {
        return "/" + inventory.settings().drillPage() + "#" + run.id();
    }

    /** The target of a link to the part of the page of records that is about a procedure. */
    static String runs(Inventory inventory, Document procedure) {
        return "/" + inventory.settings().drillPage() + "#" + inventory.index().section(procedure);
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
        return reviews(inventory) + run.id() + ".html";
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
        return Optional.ofNullable(inventory.index().written().get(made));
    }

    private static String reviews(Inventory inventory) {
        return reviews(inventory.settings());
    }

    /** The folder of the reviews, with a slash at its end. */
    static String reviews(Settings settings) {
        String page = settings.drillPage();
        return page.substring(0, page.lastIndexOf('/') + 1) + "reviews/";
    }
}
