package dev.tierzero.coverage;

import dev.tierzero.api.Document;
import dev.tierzero.api.Heading;
import dev.tierzero.api.Html;
import dev.tierzero.api.run.RunLesson;
import dev.tierzero.api.run.RunRecord;
import dev.tierzero.api.run.RunStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How runs are told: the same words on the page of records and in reviews. */
final class RunWords {

    private RunWords() {}

    /** {@code exercise}, {@code incident}, each as demonstration data when it is that. */
    static String kind(RunRecord run) {
        return run.kind().word() + (run.demo() ? ", demonstration" : "");
    }

    /** How many findings are open; what a demonstration found is none. */
    static String open(RunRecord run) {
        int open = run.openLessons().size();
        return run.demo() ? "none counted" : String.valueOf(open);
    }

    /** A title for a run: {@code 2026-11-05 Vault failure}. */
    static String title(Inventory inventory, RunRecord run) {
        return run.date() + " " + name(inventory, run);
    }

    /** The procedure's title, or what the record calls it. */
    static String name(Inventory inventory, RunRecord run) {
        return inventory.procedure(run).map(Document::title).orElse(RecordFindings.shown(run.scenario()));
    }

    /** The procedure as a link where there is such a page. */
    static Html procedure(Inventory inventory, RunRecord run) {
        return inventory
                .procedure(run)
                .map(page -> Html.link("/" + page.path(), page.title()))
                .orElse(Html.text(RecordFindings.shown(run.scenario())));
    }

    static Rto rto(Inventory inventory, RunRecord run) {
        return inventory
                .procedure(run)
                .map(page -> DrillAxis.rto(inventory, page))
                .orElse(Rto.of("Not decided"));
    }

    /** The facts of a run. */
    static Html facts(Inventory inventory, RunRecord run, Html more) {
        List<Html> facts = new ArrayList<>();
        facts.add(fact("Kind", Html.text(Cells.words(run.kind().word()) + (run.demo() ? ", demonstration data" : ""))));
        facts.add(fact(
                "Held",
                Html.of(
                        Cells.date(run.date()),
                        Html.text(", clock started at " + run.start()
                                + run.zone()
                                        .map(zone -> " (" + zone.getId() + ")")
                                        .orElse("")))));
        facts.add(fact(
                "Time to recovery",
                Html.text(Clock.of(run.timeToRecovery()) + ", "
                        + rto(inventory, run).verdict(run.timeToRecovery()))));
        facts.add(fact("Procedure", procedure(inventory, run)));
        if (!run.outsideParticipant().isEmpty()) {
            facts.add(fact("From outside", Html.text(run.outsideParticipant())));
        }
        run.data().text("digest").ifPresent(digest -> facts.add(fact("Page digest", Cells.code(digest))));
        facts.add(more);
        return Html.element("dl", facts).css("facts facts-line");
    }

    static Html fact(String term, Html value) {
        return Html.element("div", Html.element("dt", term), Html.element("dd", value))
                .css("fact");
    }

    /** What was odd about a run, in sentences. */
    static List<Html> remarks(RunRecord run) {
        List<Html> remarks = new ArrayList<>();
        if (run.changed()) {
            remarks.add(Html.element("p", "The page changed while the run was under way."));
        }
        if (!run.clock().isEmpty()) {
            remarks.add(Html.element("p", "The clock: " + run.clock()));
        }
        return remarks;
    }

    /** Actions, each with its minute. */
    static Html actions(RunRecord run) {
        return Html.element(
                "ul",
                run.actions().stream()
                        .map(action -> Html.element("li", action.replaceFirst("^(\\d+): ", "Minute $1: ")))
                        .toList());
    }

    /** All but the tasks that nobody ticked: they are for the days after the run. */
    static List<RunStep> worthTelling(RunRecord run) {
        return run.steps().stream()
                .filter(step -> !step.role().equals("task") || step.state() != RunStep.State.OPEN)
                .toList();
    }

    /** The steps with the time of each, what became of it, and what somebody wrote down. */
    static Html steps(Inventory inventory, RunRecord run, List<RunStep> steps, String caption) {
        return Tables.table(
                caption,
                List.of(Html.text("Elapsed"), Html.text("Step"), Html.text("What became of it")),
                steps.stream()
                        .map(step -> step(label(inventory, run, step), step))
                        .toList());
    }

    private static List<Html> step(String label, RunStep step) {
        List<Html> state = new ArrayList<>();
        state.add(
                switch (step.state()) {
                    case DONE -> Html.text(step.verifies() ? "verified" : "done");
                    case SKIPPED -> Html.of(Html.element("strong", "skipped"), Html.text(": " + step.reason()));
                    case OPEN -> Html.element("strong", "not done");
                });
        if (!step.note().isEmpty()) {
            state.add(Html.element("br"));
            state.add(Html.text("Note: " + step.note()));
        }
        return List.of(
                Html.text(step.elapsed().map(Clock::of).orElse("–")),
                Html.of(Html.text(label), Html.of(kind(step))),
                Html.of(state));
    }

    private static Html kind(RunStep step) {
        return step.kind().equals("danger") || step.kind().equals("irreversible")
                ? Html.of(Html.text(" "), Html.element("small", "(" + step.kind() + ")"))
                : Html.EMPTY;
    }

    /** What a step is called: its place, as the procedure calls it, and its first words. */
    static String label(Inventory inventory, RunRecord run, RunStep step) {
        int dot = step.id().lastIndexOf('.');
        String place = dot < 0
                ? step.id()
                : heading(inventory, run, step.id().substring(0, dot)) + " "
                        + step.id().substring(dot + 1).replaceFirst("~.*", "");
        return step.title().isEmpty() ? place : place + ": " + step.title();
    }

    private static String heading(Inventory inventory, RunRecord run, String place) {
        String id = place.replaceFirst("\\.task$", "");
        return inventory
                        .procedure(run)
                        .flatMap(page -> page.headings().stream()
                                .filter(heading -> heading.id().equals(id))
                                .map(Heading::text)
                                .findFirst())
                        .orElseGet(() -> Cells.words(id))
                + (id.equals(place) ? "" : ": task");
    }

    /** What must change. */
    static Html lessons(Inventory inventory, RunRecord run) {
        return Html.element(
                "ul",
                run.lessons().stream().map(lesson -> lesson(inventory, lesson)).toList());
    }

    private static Html lesson(Inventory inventory, RunLesson lesson) {
        Html state = Html.text(lesson.done() ? " Done." : " Open.");
        Optional<String> page = lesson.page();
        return page.isEmpty()
                ? Html.element("li", Html.text(lesson.text()), state)
                : Html.element(
                        "li",
                        Html.text(lesson.text() + " Changes "),
                        Cells.page(inventory, page),
                        Html.text("."),
                        state);
    }

    /** The parameters of a run with their values. */
    static Html parameters(RunRecord run) {
        return Html.element(
                        "dl",
                        run.parameters().entrySet().stream()
                                .map(entry -> fact(entry.getKey(), Cells.code(entry.getValue())))
                                .toList())
                .css("facts facts-line");
    }
}
