package dev.tierzero.coverage;

import dev.tierzero.api.ContributedPage;
import dev.tierzero.api.Document;
import dev.tierzero.api.Html;
import dev.tierzero.api.run.RunLesson;
import dev.tierzero.api.run.RunRecord;
import dev.tierzero.api.run.RunStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The review after a run, as far as its record can write it: what is missing are the answers of those who were there. */
final class ReviewPage {

    private static final int LONGEST_STEPS = 3;

    private final Inventory inventory;
    private final RunRecord run;
    private final Pace pace;
    private final List<Pace> earlier;

    private ReviewPage(Inventory inventory, List<Pace> paces, int place) {
        this.inventory = inventory;
        this.run = inventory.runs().all().get(place);
        this.pace = paces.get(place);
        this.earlier = earlier(inventory, paces, place);
    }

    /** How the runs before it went that were of the same procedure: runs stand newest first. */
    private static List<Pace> earlier(Inventory inventory, List<Pace> paces, int place) {
        List<RunRecord> runs = inventory.runs().all();
        RunRecord run = runs.get(place);
        Optional<String> procedure = inventory.procedure(run).map(Document::path);
        return IntStream.range(place + 1, runs.size())
                .filter(i -> runs.get(i).demo() == run.demo()
                        && inventory.procedure(runs.get(i)).map(Document::path).equals(procedure))
                .mapToObj(paces::get)
                .toList();
    }

    /** A review for each run, and the list of them. One that an author has written takes the place of the one made here. */
    static List<ContributedPage> all(Inventory inventory) {
        List<ContributedPage> pages = new ArrayList<>();
        List<RunRecord> runs = inventory.runs().all();
        List<Pace> paces = runs.stream().map(Pace::of).toList();
        for (int i = 0; i < runs.size(); i++) {
            if (!RunPlaces.isWritten(inventory, runs.get(i))) {
                pages.add(new ReviewPage(inventory, paces, i).page(i + 1));
            }
        }
        if (!RunPlaces.isListWritten(inventory)) {
            pages.add(list(inventory, runs));
        }
        return pages;
    }

    private static ContributedPage list(Inventory inventory, List<RunRecord> runs) {
        List<RunRecord> open = runs.stream()
                .filter(run -> !run.demo() && !run.openLessons().isEmpty())
                .toList();
        List<Html> rows = new ArrayList<>();
        for (RunRecord run : open) {
            for (RunLesson lesson : run.openLessons()) {
                rows.add(Html.element(
                        "li",
                        Html.link("/" + RunPlaces.review(inventory, run), RunWords.title(inventory, run)),
                        Html.text(": " + lesson.text() + " "),
                        lesson.page().isPresent()
                                ? Html.of(Html.text("Changes "), Cells.page(inventory, lesson.page()), Html.text("."))
                                : Html.EMPTY));
            }
        }
        Html body = Html.of(
                RunTable.ofAll(inventory, runs),
                inventory.anyDemo() ? DrillGrid.demoNote() : Html.EMPTY,
                Html.element("h2", "Open findings").id("open"),
                rows.isEmpty() ? Html.element("p", "None.") : Html.element("ul", rows));
        Map<String, String> metadata =
                metadata(inventory, "Every run on record with its review, and what is still open.", 80);
        return new ContributedPage(RunPlaces.listMade(inventory), "Reviews after runs", "page", metadata, body);
    }

    private static Map<String, String> metadata(Inventory inventory, String description, int order) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("description", description);
        metadata.put("order", String.valueOf(order));
        DrillPage.owner(inventory).ifPresent(owner -> metadata.put("owner", owner));
        return metadata;
    }

    private ContributedPage page(int order) {
        String title = RunWords.title(inventory, run);
        Map<String, String> metadata = metadata(
                inventory,
                "What happened in the " + RunWords.kind(run) + " of " + run.date()
                        + ", what deviated, and what must change: " + RunWords.name(inventory, run) + ".",
                order);
        metadata.put("nav-title", title);
        inventory
                .procedure(run)
                .flatMap(procedure -> procedure.metadata().text("owner"))
                .ifPresent(owner -> metadata.put("owner", owner));
        if (run.demo()) {
            metadata.put("search", "false");
        }
        List<Html> body = new ArrayList<>();
        if (run.demo()) {
            body.add(DrillGrid.demoNote());
        }
        body.addAll(summary());
        body.add(Html.element("h2", "Timeline").id("timeline"));
        body.add(timeline());
        body.add(Html.element("h2", "What deviated").id("deviations"));
        body.addAll(deviations());
        body.add(Html.element("h2", "Verification").id("verification"));
        body.add(verification());
        body.add(Html.element("h2", "What must change").id("open"));
        body.add(lessons());
        body.add(Html.element("h2", "Questions to answer").id("questions"));
        body.add(ReviewText.questions());
        body.add(Html.element("h2", "Keep the answers").id("keep"));
        body.add(ReviewText.keep(inventory, run));
        return new ContributedPage(
                RunPlaces.reviewMade(inventory, run), "Review: " + title, "page", metadata, Html.of(body));
    }

    private List<Html> summary() {
        List<Html> parts = new ArrayList<>();
        parts.add(Html.element("h2", "Summary").id("summary"));
        parts.add(Html.element("p", ReviewText.summary(inventory, run)));
        parts.add(RunWords.facts(
                inventory, run, RunWords.fact("Record", Html.link(RunPlaces.record(inventory, run), run.id()))));
        parts.add(Html.element("p", run.response()));
        if (!run.parameters().isEmpty()) {
            parts.add(RunWords.parameters(run));
        }
        return parts;
    }

    private Html timeline() {
        return Tables.table(
                "What was done, in minutes since the outage began",
                List.of(Html.text("Minute"), Html.text("What")),
                run.actions().stream()
                        .map(action -> List.of(
                                Html.text(action.substring(0, action.indexOf(':'))),
                                Html.text(action.substring(action.indexOf(':') + 1)
                                        .strip())))
                        .toList());
    }

    private List<Html> deviations() {
        List<Html> parts = new ArrayList<>(RunWords.remarks(run));
        if (run.steps().isEmpty()) {
            parts.add(Html.element(
                    "p", "The record was written by hand and has no steps. Compare the timeline with the page."));
            return parts;
        }
        List<RunStep> left = RunWords.worthTelling(run).stream()
                .filter(step -> step.state() != RunStep.State.DONE && !step.verifies())
                .toList();
        parts.add(
                left.isEmpty()
                        ? Html.element("p", "No step was left out.")
                        : RunWords.steps(inventory, run, left, "Steps that were left out"));
        parts.add(slow());
        return parts;
    }

    private Html slow() {
        List<Pace.Slow> slow = pace.slow(earlier);
        if (!slow.isEmpty()) {
            return Tables.table(
                    "Steps that took much longer than before",
                    List.of(Html.text("Step"), Html.text("Took"), Html.text("Median before")),
                    slow.stream().map(this::row).toList());
        }
        String said = earlier.isEmpty()
                ? "There is no earlier run to compare with."
                : "No step took much longer than in the " + (earlier.size() == 1 ? "run" : earlier.size() + " runs")
                        + " before.";
        return pace.times().isEmpty()
                ? Html.element("p", said)
                : Html.of(Html.element("p", said + " The longest steps:"), longest());
    }

    private List<Html> row(Pace.Slow slow) {
        return List.of(
                Html.text(RunWords.label(inventory, run, slow.step())),
                Html.text(Clock.of(slow.took())),
                Html.text(Clock.of(slow.median()) + " (" + slow.runs() + (slow.runs() == 1 ? " run)" : " runs)")));
    }

    private Html longest() {
        return Html.element(
                "ul",
                pace.longest(LONGEST_STEPS).stream()
                        .map(entry -> Html.element(
                                "li",
                                Clock.of(entry.getValue()) + ": " + RunWords.label(inventory, run, entry.getKey())))
                        .toList());
    }

    private Html verification() {
        List<RunStep> checks = run.steps().stream().filter(RunStep::verifies).toList();
        return checks.isEmpty()
                ? Html.element("p", "The record names no step of verification. What showed that the service was back?")
                : RunWords.steps(inventory, run, checks, "What showed that the service was back");
    }

    private Html lessons() {
        return Tables.table(
                "Findings, and the pages that change because of them",
                List.of(Html.text("Finding"), Html.text("Page"), Html.text("State")),
                run.lessons().stream()
                        .map(lesson -> List.of(
                                Html.text(lesson.text()),
                                Cells.page(inventory, lesson.page()),
                                lesson.done() ? Html.text("done") : Html.element("strong", "open")))
                        .toList());
    }
}
