package dev.tierzero.coverage;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Document;
import dev.tierzero.api.run.RunFault;
import dev.tierzero.api.run.RunRecord;
import dev.tierzero.api.run.RunRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with records of runs, by themselves and against pages and registers. */
final class RecordFindings {

    /** Characters of a text that findings show. */
    private static final int LONGEST = 80;

    private final Inventory inventory;
    private final Findings findings;

    private RecordFindings(Inventory inventory) {
        this.inventory = inventory;
        this.findings = inventory.findings();
    }

    static List<Diagnostic> of(Inventory inventory) {
        RecordFindings found = new RecordFindings(inventory);
        RunRecords runs = inventory.runs();
        runs.faults().forEach(found::fault);
        for (RunRecord run : runs.all()) {
            found.procedure(run);
            found.lessons(run);
            found.service(run);
            found.date(run);
        }
        List<Diagnostic> all = new ArrayList<>(found.findings.all());
        inventory.procedures().forEach(page -> ChangedSteps.remark(inventory, page)
                .ifPresent(all::add));
        return all;
    }

    private void fault(RunFault fault) {
        String code =
                switch (fault.kind()) {
                    case FIELD -> "CV035";
                    case TIMES -> "CV038";
                    case CONFIDENTIAL -> "CV039";
                };
        findings.error(code, fault.position(), fault.message(), fault.hint());
    }

    private void procedure(RunRecord run) {
        if (!run.page().isEmpty()) {
            page(run);
            return;
        }
        List<Document> meant = inventory.procedures().stream().filter(run::isOf).toList();
        if (meant.isEmpty()) {
            findings.error(
                    "CV036",
                    run.at("scenario"),
                    "scenario " + shown(run.scenario()) + " is the name of no playbook",
                    Hint.near(
                            run.scenario(),
                            inventory.procedures().stream()
                                    .map(page -> RunRecord.scenario(page.path()))
                                    .toList(),
                            "write the name of the playbook's file without its ending"));
        } else if (meant.size() > 1) {
            findings.error(
                    "CV036",
                    run.at("scenario"),
                    "scenario " + run.scenario() + " is the name of " + meant.size() + " pages: "
                            + String.join(
                                    ", ", meant.stream().map(Document::path).toList()),
                    "add \"page:\" with the path of the one that was meant");
        }
    }

    private void page(RunRecord run) {
        Optional<Document> page = inventory.site().document(run.page());
        if (page.isEmpty()) {
            findings.error(
                    "CV036",
                    run.at("page"),
                    "the page of the run does not exist: " + shown(run.page()),
                    inventory.nearestPage(
                            run.page(), "if it was renamed, write its new path here and in \"scenario\""));
        } else if (!inventory.isProcedure(page.get())) {
            findings.error(
                    "CV036",
                    run.at("page"),
                    "the page of the run is no runbook or playbook: " + run.page(),
                    "name the page that was worked through");
        } else if (!run.scenario().equals(run.page()) && !run.scenario().equals(RunRecord.scenario(run.page()))) {
            findings.error(
                    "CV036",
                    run.at("scenario"),
                    "scenario " + shown(run.scenario()) + " is not that of the page " + run.page(),
                    "write \"scenario: " + RunRecord.scenario(run.page()) + "\", or name the other page");
        }
    }

    private void lessons(RunRecord run) {
        run.lessons().forEach(lesson -> lesson.page()
                .filter(path -> inventory.site().document(path).isEmpty())
                .ifPresent(path -> findings.error(
                        "CV036",
                        lesson.position(),
                        "the page that a lesson changes does not exist: " + shown(path),
                        inventory.nearestPage(path, "correct the path, which begins below content/"))));
    }

    private void service(RunRecord run) {
        run.data()
                .text("service")
                .filter(id -> !inventory.registers().services().isEmpty()
                        && inventory.registers().service(id).isEmpty())
                .ifPresent(id -> findings.error(
                        "CV024",
                        run.at("service"),
                        "service " + shown(id) + " is not in the register of services",
                        ServiceAxis.nearest(inventory, id)));
    }

    private void date(RunRecord run) {
        inventory
                .site()
                .asOf()
                .filter(today -> run.date().isAfter(today))
                .ifPresent(today -> findings.error(
                        "CV037",
                        run.at("date"),
                        "the drill is dated " + run.date() + ", which is not over yet",
                        "a record is written after the exercise; plans belong into a calendar"));
    }

    /** A text of a record as findings show it: in one line, without what terminals obey, and not all of it. */
    static String shown(String text) {
        String line = text.replaceAll("[\\s\\p{C}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
