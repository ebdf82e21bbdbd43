package dev.tierzero.coverage;

import dev.tierzero.api.Document;
import dev.tierzero.api.Html;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.api.run.RunRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Playbooks against the exercises on record. */
final class DrillAxis {

    private static final String HINT = "hold one, and put its record into content/_data/drills/";

    private final Inventory inventory;
    private final Schedule schedule;

    private DrillAxis(Inventory inventory) {
        this.inventory = inventory;
        this.schedule = new Schedule(inventory);
    }

    static Axis of(Inventory inventory) {
        DrillAxis axis = new DrillAxis(inventory);
        return new Axis(
                "playbooks",
                "Playbooks and their exercises",
                "Every playbook has been exercised, and the record says how long recovery took. Incidents and demonstration data do not"
                        + " count.",
                List.of("Playbook", "Last exercise", "Time to recovery", "RTO", "Next due"),
                inventory.playbooks().stream().map(axis::row).toList(),
                RecordFindings.of(inventory));
    }

    private Axis.Row row(Document playbook) {
        Findings findings = inventory.findings();
        SourcePosition at = playbook.metadata().position("scenario").orElse(SourcePosition.ofFile(playbook.file()));
        if (schedule.last(playbook).isEmpty()) {
            findings.hole(
                    "CV033",
                    at,
                    "the playbook has no exercise on record",
                    HINT + "; demonstration data and incidents do not count");
        }
        overdue(playbook, at, findings);
        Rto rto = rto(inventory, playbook);
        Optional<RunRecord> shown = shown(playbook);
        List<Html> cells = List.of(
                Html.link("/" + playbook.path(), playbook.title()),
                shown.map(this::exercise).orElse(Html.text("None on record")),
                shown.map(run -> Html.text(Clock.of(run.timeToRecovery()) + ", " + rto.verdict(run.timeToRecovery())))
                        .orElse(Cells.text("")),
                Html.text(rto.text()),
                schedule.due(playbook)
                        .map(day -> Cells.due(day, day.toString(), "Overdue"))
                        .orElse(Cells.text("")));
        return Axis.Row.of(cells, findings);
    }

    /** The RTO of a procedure: its own, or that of its service. */
    static Rto rto(Inventory inventory, Document page) {
        Optional<String> own = page.metadata().text("rto");
        Optional<String> ofService = page.metadata()
                .text("service")
                .flatMap(inventory.registers()::service)
                .flatMap(Service::rto);
        return Rto.of(own.or(() -> ofService).orElse("Not decided"));
    }

    /** The exercise to show: the last that counts, or else the last that is demonstration data. */
    private Optional<RunRecord> shown(Document playbook) {
        return inventory.runs().lastExercise(playbook).or(() -> inventory.runs().of(playbook).stream()
                .filter(run -> run.kind() == RunRecord.Kind.EXERCISE)
                .findFirst());
    }

    private Html exercise(RunRecord run) {
        Html link = Html.link(RunPlaces.record(inventory, run), Cells.date(run.date()));
        return run.demo() ? Html.of(Html.element("em", "Demonstration data: "), link) : link;
    }

    private void overdue(Document playbook, SourcePosition at, Findings findings) {
        Optional<LocalDate> today = inventory.site().asOf();
        Optional<LocalDate> due = schedule.due(playbook);
        if (today.isEmpty() || due.isEmpty() || !today.get().isAfter(due.get())) {
            return;
        }
        String said = schedule.last(playbook)
                .map(day -> "the last exercise was on " + day + ", and one is due every "
                        + inventory.settings().drillEvery().text())
                .orElse("no exercise was ever held, and the first was due by " + due.get());
        findings.hole("CV034", at, said, HINT);
    }
}
