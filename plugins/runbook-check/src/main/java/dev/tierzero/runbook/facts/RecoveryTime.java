package dev.tierzero.runbook.facts;

import dev.tierzero.api.DataNode;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.Rule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A recovery playbook says how long recovery may take, itself or by the register's entry of its service. A time that is not decided is
 * allowed when the register's note says so; readers are told.
 */
final class RecoveryTime implements PageRule {

    private static final String TYPE = "dr-playbook";
    private static final Pattern TIME = Pattern.compile(
            "(?i)(?:up to |at most |about |< ?|<= ?)?\\d+(?:[.,]\\d+)?(?:\\s*(?:-|–|to)\\s*\\d+(?:[.,]\\d+)?)?\\s*"
                    + "(?:s|sec|seconds?|min|minutes?|m|h|hours?|hrs?|d|days?|weeks?)\\b.*|P(?:\\d+D)?T?\\d*.*");
    private static final Pattern OPEN = Pattern.compile("(?i)(?:not (?:yet )?decided|undecided|open|none decided).*");

    @Override
    public void check(Page page, Findings findings) {
        boolean unreadable =
                page.site().register("services").filter(List::isEmpty).isPresent();
        if (unreadable || !page.document().type().equals(TYPE)) {
            return;
        }
        Optional<String> own = page.document().metadata().text("rto");
        Optional<DataNode> service = service(page);
        if (own.isPresent() && !OPEN.matcher(own.get()).matches()) {
            if (!TIME.matcher(own.get()).matches()) {
                findings.add(
                        Rule.RB040,
                        page.position("rto"),
                        "\"" + own.get() + "\" is no time",
                        "write a number and a unit: rto: 4 h, or rto: 1-2 h");
            }
            return;
        }
        Optional<String> registered = service.flatMap(entry -> entry.text("rto"));
        if (own.isPresent() || registered.isEmpty()) {
            open(page, own.isPresent(), service.flatMap(entry -> entry.text("note")), findings);
        }
    }

    private static void open(Page page, boolean said, Optional<String> note, Findings findings) {
        if (note.isPresent()) {
            findings.add(
                    Rule.RB041,
                    page.position(said ? "rto" : "service"),
                    "how long recovery may take is not decided; the register says: "
                            + note.get().replaceAll("\\s+", " ").replaceAll("\\.$", ""),
                    "decide it, then write rto in the register's entry");
        } else {
            findings.add(
                    Rule.RB040,
                    page.position(said ? "rto" : "service"),
                    "this playbook does not say how long recovery may take",
                    "write rto here or in the register's entry of its service; not decided yet: say so in the entry's note");
        }
    }

    private static Optional<DataNode> service(Page page) {
        Optional<String> id = page.document().metadata().text("service");
        return page.site().register("services").orElse(List.of()).stream()
                .filter(entry -> id.isPresent() && entry.text("id").equals(id))
                .findFirst();
    }
}
