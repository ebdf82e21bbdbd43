package dev.tierzero.runbook.commands;

import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import java.util.List;

/** Looks at the commands of procedures: what readers paste at night must be right. */
public final class CommandRules implements PageRule {

    private static final List<PageRule> RULES = List.of(
            new CodeLanguage(),
            new Prompt(),
            new Placeholders(),
            new Variables(),
            new Danger(),
            new Syntax(),
            new Proof());

    @Override
    public void check(Page page, Findings findings) {
        if (page.isProcedure()) {
            RULES.forEach(rule -> rule.check(page, findings));
        }
    }
}
