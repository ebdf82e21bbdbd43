package dev.tierzero.coverage;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Document;
import dev.tierzero.api.Step;
import dev.tierzero.api.run.RunRecord;
import dev.tierzero.api.run.RunStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a page still has the steps that its last run was done with. Only the last: a record stays as it was, and pages change. */
final class ChangedSteps {

    private static final int NAMED = 3;

    private ChangedSteps() {}

    static Optional<Diagnostic> remark(Inventory inventory, Document page) {
        return inventory.runs().of(page).stream()
                .filter(run -> !run.steps().isEmpty())
                .findFirst()
                .flatMap(run -> remark(run, page));
    }

    private static Optional<Diagnostic> remark(RunRecord run, Document page) {
        Map<String, String> steps =
                page.steps().stream().collect(Collectors.toMap(Step::id, Step::digest, (first, second) -> first));
        List<String> gone = run.steps().stream()
                .map(RunStep::id)
                .filter(id -> !steps.containsKey(id))
                .toList();
        long reworded = run.steps().stream()
                .filter(step -> !step.digest().isEmpty()
                        && steps.containsKey(step.id())
                        && !steps.get(step.id()).equals(step.digest()))
                .count();
        if (gone.isEmpty() && reworded == 0) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.info(
                "CV080",
                run.at("steps"),
                "the page has changed since its last run; of " + run.steps().size() + " steps " + gone.size() + " gone"
                        + named(gone) + ", " + reworded + " reworded",
                "nothing to correct in the record; exercise the new text of " + page.path() + " when it is next due"));
    }

    private static String named(List<String> gone) {
        return gone.isEmpty()
                ? ""
                : " ("
                        + gone.stream().limit(NAMED).map(RecordFindings::shown).collect(Collectors.joining(", "))
                        + (gone.size() > NAMED ? ", …" : "") + ")";
    }
}
