package dev.tierzero.coverage;

import dev.tierzero.api.Document;
import dev.tierzero.api.Html;
import dev.tierzero.api.run.RunRecord;
import java.util.List;

/** The runs of a procedure, newest first. */
final class RunTable {

    private RunTable() {}

    /** The table, and what a demonstration is when there is one; a sentence when there is no run. */
    static Html of(Inventory inventory, Document procedure) {
        List<RunRecord> runs = inventory.runs().of(procedure);
        if (runs.isEmpty()) {
            return Html.element("p", "No run is on record.");
        }
        boolean demo = runs.stream().anyMatch(RunRecord::demo);
        return Html.of(table(inventory, procedure), demo ? DrillGrid.demoNote() : Html.EMPTY);
    }

    /** The table alone, for a page that says elsewhere what a demonstration is. */
    static Html table(Inventory inventory, Document procedure) {
        Rto rto = DrillAxis.rto(inventory, procedure);
        return Tables.table(
                "Runs of " + procedure.title(),
                texts(
                        "Date",
                        "Kind",
                        "Time to recovery",
                        "Against the RTO",
                        "Steps skipped",
                        "Open findings",
                        "Review"),
                inventory.runs().of(procedure).stream()
                        .map(run -> row(inventory, run, rto))
                        .toList());
    }

    /** Every run with its review. */
    static Html ofAll(Inventory inventory, List<RunRecord> runs) {
        return Tables.table(
                "Runs and their reviews",
                texts("Date", "Procedure", "Kind", "Time to recovery", "Open findings"),
                runs.stream()
                        .map(run -> List.of(
                                Html.link(
                                        "/" + RunPlaces.review(inventory, run),
                                        run.date().toString()),
                                RunWords.procedure(inventory, run),
                                Html.text(RunWords.kind(run)),
                                Html.text(Clock.of(run.timeToRecovery())),
                                Html.text(RunWords.open(run))))
                        .toList());
    }

    private static List<Html> texts(String... texts) {
        return List.of(texts).stream().map(Html::text).toList();
    }

    private static List<Html> row(Inventory inventory, RunRecord run, Rto rto) {
        return List.of(
                Html.link(RunPlaces.record(inventory, run), Cells.date(run.date())),
                Html.text(RunWords.kind(run)),
                Html.text(Clock.of(run.timeToRecovery())),
                Html.text(rto.verdict(run.timeToRecovery())),
                Html.text(
                        run.steps().isEmpty()
                                ? "not noted"
                                : String.valueOf(run.skipped().size())),
                Html.text(RunWords.open(run)),
                Html.link("/" + RunPlaces.review(inventory, run), "Review"));
    }
}
