package dev.tierzero.runbook.facts;

import dev.tierzero.api.DataNode;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.Rule;
import dev.tierzero.runbook.model.Words;
import java.util.List;
import java.util.Optional;

/** The service and the alerts that a procedure names are in their registers. */
final class NamesKnown implements PageRule {

    @Override
    public void check(Page page, Findings findings) {
        if (!page.isProcedure()) {
            return;
        }
        ids(page, "services").ifPresent(ids -> page.document().metadata().text("service").stream()
                .filter(service -> !ids.contains(service))
                .forEach(service -> report(page, Rule.RB042, "service", service, ids, "services", findings)));
        ids(page, "alerts").ifPresent(ids -> page.document().metadata().list("alerts").stream()
                .filter(alert -> !ids.contains(alert))
                .forEach(alert -> report(page, Rule.RB043, "alerts", alert, ids, "alerts", findings)));
    }

    private static void report(
            Page page, Rule rule, String key, String name, List<String> ids, String register, Findings findings) {
        String what = rule == Rule.RB042 ? "service" : "alert";
        findings.add(
                rule,
                page.position(key),
                "there is no " + what + " \"" + name + "\" in the register",
                Words.nearest(name, ids)
                        .map(id -> "did you mean " + id + "?")
                        .orElse("add it to _data/" + register + ".yaml, or name one of " + String.join(", ", ids)));
    }

    private static Optional<List<String>> ids(Page page, String register) {
        // A register that cannot be read has no entries, and a finding of its own.
        return page.site().register(register).map(NamesKnown::ids).filter(ids -> !ids.isEmpty());
    }

    private static List<String> ids(List<DataNode> entries) {
        return entries.stream().flatMap(entry -> entry.text("id").stream()).toList();
    }
}
