package dev.tierzero.coverage;

import dev.tierzero.api.ContributedPage;
import dev.tierzero.api.Document;
import dev.tierzero.api.Html;
import dev.tierzero.api.run.RunRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of all drill records: what was done, how long it took, what must change. */
final class DrillPage {

    private final Inventory inventory;

    private DrillPage(Inventory inventory) {
        this.inventory = inventory;
    }

    static ContributedPage of(Inventory inventory) {
        DrillPage page = new DrillPage(inventory);
        List<Html> body = new ArrayList<>();
        body.add(Html.element(
                "p",
                Html.text(state(inventory) + ". Exercise next: "),
                DrillGrid.next(inventory),
                Html.text(". "),
                Html.link("/" + RunPlaces.reviewList(inventory), "Reviews after runs")));
        body.add(DrillGrid.of(inventory));
        inventory.procedures().stream()
                .filter(procedure -> !inventory.runs().of(procedure).isEmpty())
                .forEach(procedure -> body.addAll(page.procedure(procedure)));
        List<RunRecord> strays = inventory.runs().all().stream()
                .filter(run -> inventory.procedure(run).isEmpty())
                .toList();
        if (!strays.isEmpty()) {
            body.add(Html.element("h2", "Of no page"));
            strays.forEach(run -> body.addAll(page.record(run)));
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(
                "description",
                "Every recovery exercise and incident on record, with what was done, the time to recovery and what must change.");
        metadata.put("order", "75");
        owner(inventory).ifPresent(owner -> metadata.put("owner", owner));
        return new ContributedPage(inventory.settings().drillPage(), "Drill records", "page", metadata, Html.of(body));
    }

    /** The owner of the first playbook. */
    static Optional<String> owner(Inventory inventory) {
        return inventory.playbooks().stream()
                .flatMap(playbook -> playbook.metadata().text("owner").stream())
                .findFirst();
    }

    /** How far the scenarios have been exercised, as the beginning of a sentence. */
    static String state(Inventory inventory) {
        List<Document> playbooks = inventory.playbooks();
        long exercised = playbooks.stream()
                .filter(playbook -> inventory.runs().lastExercise(playbook).isPresent())
                .count();
        return exercised == 0
                ? "No exercise has been recorded yet"
                : exercised + " of " + playbooks.size() + " scenarios " + (exercised == 1 ? "has" : "have")
                        + " an exercise on record";
    }

    private List<Html> procedure(Document procedure) {
        List<Html> parts = new ArrayList<>();
        parts.add(Html.element("h2", procedure.title()).id(inventory.index().section(procedure)));
        RunStatistics statistics = RunStatistics.of(inventory, procedure);
        if (statistics.saysMore()) {
            parts.add(Html.element("p", "Time to recovery: " + statistics.text() + "."));
        }
        parts.add(RunTable.table(inventory, procedure));
        inventory.runs().of(procedure).forEach(run -> parts.addAll(record(run)));
        return parts;
    }

    private List<Html> record(RunRecord run) {
        List<Html> parts = new ArrayList<>();
        parts.add(Html.element("h3", RunWords.title(inventory, run) + (run.demo() ? ", demonstration" : ""))
                .id(run.id()));
        parts.add(RunWords.facts(
                inventory,
                run,
                RunWords.fact("Review", Html.link("/" + RunPlaces.review(inventory, run), "Post-incident review"))));
        parts.addAll(RunWords.remarks(run));
        parts.add(Html.element("p", run.response()));
        if (!run.parameters().isEmpty()) {
            parts.add(Html.element("h4", "Parameters").id(inventory.index().heading(run, "parameters")));
            parts.add(RunWords.parameters(run));
        }
        if (run.steps().isEmpty()) {
            parts.add(Html.element("h4", "What was done").id(inventory.index().heading(run, "actions")));
            parts.add(RunWords.actions(run));
        } else {
            parts.add(Html.element("h4", "Steps").id(inventory.index().heading(run, "steps")));
            parts.add(RunWords.steps(
                    inventory, run, RunWords.worthTelling(run), "Steps of " + RunWords.title(inventory, run)));
            parts.add(Html.element("details", Html.element("summary", "Everything in its order"), RunWords.actions(run))
                    .css("disclosure"));
        }
        parts.add(Html.element("h4", "What must change").id(inventory.index().heading(run, "lessons")));
        parts.add(RunWords.lessons(inventory, run));
        return parts;
    }
}
