package dev.tierzero.coverage;

import dev.tierzero.api.ContributedPage;
import dev.tierzero.api.Document;
import dev.tierzero.api.Html;
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
        body.add(Html.element("p", state(inventory) + "."));
        body.add(DrillGrid.of(inventory));
        inventory.drills().all().forEach(drill -> body.addAll(page.record(drill)));
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(
                "description",
                "Every recovery exercise and incident on record, with what was done, the time to recovery and what must change.");
        metadata.put("order", "75");
        inventory.playbooks().stream()
                .flatMap(playbook -> playbook.metadata().text("owner").stream())
                .findFirst()
                .ifPresent(owner -> metadata.put("owner", owner));
        return new ContributedPage(inventory.settings().drillPage(), "Drill records", "page", metadata, Html.of(body));
    }

    /** How far the scenarios have been exercised, as the beginning of a sentence. */
    static String state(Inventory inventory) {
        List<Document> playbooks = inventory.playbooks();
        long exercised = playbooks.stream()
                .filter(playbook -> inventory.drills().last(playbook).isPresent())
                .count();
        return exercised == 0
                ? "No exercise has been recorded yet"
                : exercised + " of " + playbooks.size() + " scenarios " + (exercised == 1 ? "has" : "have")
                        + " an exercise on record";
    }

    private List<Html> record(Drill drill) {
        Optional<Document> playbook = inventory.scenario(drill.scenario());
        String scenario = playbook.map(Document::title).orElse(drill.scenario());
        List<Html> parts = new ArrayList<>();
        parts.add(Html.element("h2", drill.date() + " " + scenario).id(drill.id()));
        if (drill.demo()) {
            parts.add(DrillGrid.demoNote());
        }
        parts.add(facts(drill, playbook));
        parts.add(Html.element("h3", "What was done").id(drill.id() + "-actions"));
        parts.add(Html.element(
                "ul",
                drill.actions().stream()
                        .map(action -> Html.element("li", action.replaceFirst("^(\\d+): ", "Minute $1: ")))
                        .toList()));
        parts.add(Html.element("p", drill.response()));
        parts.add(Html.element("h3", "What must change").id(drill.id() + "-lessons"));
        parts.add(Html.element("ul", drill.lessons().stream().map(this::lesson).toList()));
        return parts;
    }

    private Html facts(Drill drill, Optional<Document> playbook) {
        Rto rto = playbook.map(page -> DrillAxis.rto(inventory, page)).orElse(Rto.of("Not decided"));
        List<Html> facts = new ArrayList<>();
        facts.add(fact("Kind", Html.text(drill.kind() + (drill.demo() ? ", demonstration data" : ""))));
        facts.add(fact("Held", Html.of(Cells.date(drill.date()), Html.text(", clock started at " + drill.start()))));
        facts.add(fact("Time to recovery", Html.text(drill.time() + ", " + rto.verdict(drill.timeToRecovery()))));
        playbook.ifPresent(page -> facts.add(fact("Playbook", Html.link("/" + page.path(), page.title()))));
        if (!drill.outsideParticipant().isEmpty()) {
            facts.add(fact("From outside", Html.text(drill.outsideParticipant())));
        }
        return Html.element("dl", facts).css("facts facts-line");
    }

    private static Html fact(String term, Html value) {
        return Html.element("div", Html.element("dt", term), Html.element("dd", value))
                .css("fact");
    }

    private Html lesson(Drill.Lesson lesson) {
        Html state = Html.text(lesson.done() ? " Done." : " Open.");
        return lesson.page().isEmpty()
                ? Html.element("li", Html.text(lesson.text()), state)
                : Html.element(
                        "li",
                        Html.text(lesson.text() + " Changes "),
                        Cells.page(inventory, lesson.page()),
                        Html.text("."),
                        state);
    }
}
