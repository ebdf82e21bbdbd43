package dev.tierzero.coverage;

import dev.tierzero.api.Html;
import dev.tierzero.api.run.RunLesson;
import dev.tierzero.api.run.RunRecord;
import dev.tierzero.api.run.RunStep;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a review that are the same for each, and the text that people take over to answer its questions. */
final class ReviewText {

    private static final List<String> QUESTIONS = List.of(
            "Who was affected, for how long, and how do we know?",
            "What was the first sign, and could it have come earlier?",
            "What made it possible? Ask at least twice more why.",
            "Where did the page help, where was it wrong, unclear or silent?",
            "Why was each step skipped, and should it stay on the page?",
            "What took longest: deciding, finding, waiting or doing?",
            "Who or what was missing: access, a tool, a person, a copy of the page?",
            "Where were we lucky?",
            "What changes because of this, on which page, by when, and which role sees to it?");

    /** What makes a line an item of a list, a rule, or the one before it a heading (CommonMark 0.31.2 §4.1, §4.3, §5.2). */
    private static final Pattern LINE_START = Pattern.compile("^(\\d{0,9})([-+=.)])");

    private ReviewText() {}

    /** The run in a few sentences. */
    static String summary(Inventory inventory, RunRecord run) {
        String steps = run.steps().isEmpty()
                ? ""
                : " " + count(run, RunStep.State.DONE) + " of "
                        + RunWords.worthTelling(run).size() + " steps were done, " + count(run, RunStep.State.SKIPPED)
                        + " skipped.";
        int open = run.openLessons().size();
        return Cells.words(run.kind().word()) + " of " + RunWords.name(inventory, run) + " on " + run.date()
                + ": recovered in " + Clock.of(run.timeToRecovery()) + ", "
                + RunWords.rto(inventory, run).verdict(run.timeToRecovery()) + "." + steps + " "
                + (open == 0
                        ? "No finding is open."
                        : open == 1 ? "One finding is open." : open + " findings are open.");
    }

    private static long count(RunRecord run, RunStep.State state) {
        return RunWords.worthTelling(run).stream()
                .filter(step -> step.state() == state)
                .count();
    }

    /** The questions with room to write below each on paper. */
    static Html questions() {
        return Html.element(
                        "ol",
                        QUESTIONS.stream()
                                .map(question -> Html.element("li", question))
                                .toList())
                .css("questions");
    }

    /** How the answers come into the site. */
    static Html keep(Inventory inventory, RunRecord run) {
        String file = "content/" + RunPlaces.reviewMade(inventory, run).replaceFirst("\\.html$", ".md");
        Html code = Html.element("pre", Html.element("code", markdown(inventory, run)))
                .attribute("tabindex", "0");
        return Html.of(
                Html.element(
                        "p",
                        Html.text("This page is made from the record. To add the answers, save the text below as "),
                        Html.element("code", file),
                        Html.text(
                                ": that page then takes the place of this one, and every link leads to it. Name roles, not people.")),
                Html.element(
                                "details",
                                Html.element("summary", "Text of the review"),
                                Html.element("figure", code).css("code").attribute("data-lang", "markdown"))
                        .css("disclosure keep-text"));
    }

    private static String markdown(Inventory inventory, RunRecord run) {
        String title = "Review: " + RunWords.title(inventory, run);
        StringBuilder text = new StringBuilder(2000)
                .append("---\ntitle: ")
                .append(Json.string(title))
                .append("\ntype: page\ndescription: ")
                .append(Json.string("What happened, what deviated and what changes after the "
                        + run.kind().word() + " of " + run.date() + "."))
                .append('\n');
        inventory
                .procedure(run)
                .flatMap(procedure -> procedure.metadata().text("owner"))
                .or(() -> DrillPage.owner(inventory))
                .ifPresent(owner -> text.append("owner: ").append(owner).append('\n'));
        text.append("reviewed: ").append(run.date()).append("\n---\n");
        text.append(line(summary(inventory, run))).append("\n\n").append(line(run.response()));
        text.append("\n\n## Timeline {#timeline}\n\n");
        run.actions()
                .forEach(action -> text.append("- Minute ").append(line(action)).append('\n'));
        text.append("\n## What must change {#open}\n\n");
        text.append(run.lessons().stream().map(ReviewText::item).collect(Collectors.joining()));
        text.append("\n## Questions {#questions}\n");
        QUESTIONS.forEach(question -> text.append("\n**").append(question).append("**\n\n…\n"));
        return text.toString();
    }

    private static String item(RunLesson lesson) {
        return "- [" + (lesson.done() ? "x" : " ") + "] " + line(lesson.text())
                + lesson.page().map(page -> " (`" + page + "`)").orElse("") + "\n";
    }

    /** A text of a record as Markdown: in one line, and nothing in it is markup. */
    private static String line(String text) {
        String line = text.replaceAll("\\s+", " ").strip().replaceAll("([\\\\`*_\\[\\]<>{}#|~&])", "\\\\$1");
        return LINE_START.matcher(line).replaceFirst("$1\\\\$2");
    }
}
