package dev.tierzero.coverage;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Document;
import dev.tierzero.api.Html;
import dev.tierzero.api.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Playbooks against the exercises on record. */
final class DrillAxis {

    private final Inventory inventory;

    private DrillAxis(Inventory inventory) {
        this.inventory = inventory;
    }

    static Axis of(Inventory inventory) {
        DrillAxis axis = new DrillAxis(inventory);
        List<Diagnostic> others = new ArrayList<>(inventory.drills().findings());
        others.addAll(axis.strayRecords());
        return new Axis(
                "playbooks",
                "Playbooks and their exercises",
                "Every playbook has been exercised, and the record says how long recovery took. Incidents and demonstration data do not"
                        + " count.",
                List.of("Playbook", "Last exercise", "Time to recovery", "RTO"),
                inventory.playbooks().stream().map(axis::row).toList(),
                List.copyOf(others));
    }

    private Axis.Row row(Document playbook) {
        Findings findings = inventory.findings();
        Optional<Drill> last = inventory.drills().last(playbook);
        SourcePosition at = playbook.metadata().position("scenario").orElse(SourcePosition.ofFile(playbook.file()));
        if (last.isEmpty()) {
            findings.hole(
                    "CV033",
                    at,
                    "the playbook has no exercise on record",
                    "hold one, and put its record into content/_data/drills/; demonstration data and incidents do not count");
        }
        last.ifPresent(drill -> overdue(drill, at, findings));
        Rto rto = rto(inventory, playbook);
        List<Html> cells = List.of(
                Html.link("/" + playbook.path(), playbook.title()),
                shown(playbook).map(this::exercise).orElse(Html.text("None on record")),
                shown(playbook)
                        .map(drill -> Html.text(drill.time() + ", " + rto.verdict(drill.timeToRecovery())))
                        .orElse(Cells.text("")),
                Html.text(rto.text()));
        return Axis.Row.of(cells, findings);
    }

    /** The RTO of a playbook: its own, or that of its service. */
    static Rto rto(Inventory inventory, Document page) {
        Optional<String> own = page.metadata().text("rto");
        Optional<String> ofService = page.metadata()
                .text("service")
                .flatMap(inventory.registers()::service)
                .flatMap(Service::rto);
        return Rto.of(own.or(() -> ofService).orElse("Not decided"));
    }

    /** The exercise to show: the last that counts, or else the last that is demonstration data. */
    private Optional<Drill> shown(Document playbook) {
        return inventory.drills().last(playbook).or(() -> inventory.drills().of(playbook).stream()
                .filter(drill -> !drill.incident())
                .findFirst());
    }

    private Html exercise(Drill drill) {
        Html link = Html.link(
                "/" + inventory.settings().drillPage() + "#" + drill.id(),
                Cells.date(drill.date(), inventory.settings().drillEvery(), "Exercise overdue"));
        return drill.demo() ? Html.of(Html.element("em", "Demonstration data: "), link) : link;
    }

    private void overdue(Drill drill, SourcePosition at, Findings findings) {
        Interval every = inventory.settings().drillEvery();
        inventory
                .site()
                .asOf()
                .filter(today -> today.isAfter(every.after(drill.date())))
                .ifPresent(today -> findings.hole(
                        "CV034",
                        at,
                        "the last exercise was on " + drill.date() + ", and one is due every " + every.text(),
                        "hold one, and put its record into content/_data/drills/"));
    }

    private List<Diagnostic> strayRecords() {
        Findings findings = inventory.findings();
        for (Drill drill : inventory.drills().all()) {
            if (inventory.scenario(drill.scenario()).isEmpty()) {
                findings.error(
                        "CV036",
                        drill.at("scenario"),
                        "scenario " + drill.scenario() + " is the name of no playbook",
                        Hint.near(
                                drill.scenario(),
                                inventory.playbooks().stream().map(Drills::name).toList(),
                                "write the name of the playbook's file without its ending"));
            }
            drill.lessons().forEach(lesson -> lesson.page()
                    .filter(path -> inventory.site().document(path).isEmpty())
                    .ifPresent(path -> findings.error(
                            "CV036",
                            lesson.position(),
                            "the page that a lesson changes does not exist: " + path,
                            inventory.nearestPage(path, "correct the path, which begins below content/"))));
            inventory
                    .site()
                    .asOf()
                    .filter(today -> drill.date().isAfter(today))
                    .ifPresent(today -> findings.error(
                            "CV037",
                            drill.at("date"),
                            "the drill is dated " + drill.date() + ", which is not over yet",
                            "a record is written after the exercise; plans belong into a calendar"));
            drill.entry()
                    .text("service")
                    .filter(id -> !inventory.registers().services().isEmpty()
                            && inventory.registers().service(id).isEmpty())
                    .ifPresent(id -> findings.error(
                            "CV024",
                            drill.at("service"),
                            "service " + id + " is not in the register of services",
                            ServiceAxis.nearest(inventory, id)));
        }
        return findings.all();
    }
}
