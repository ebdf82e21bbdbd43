package dev.tierzero.runbook.steps;

import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import java.util.List;

/** Looks at the steps of procedures: what each asks for, and where it sends its reader. */
public final class StepRules implements PageRule {

    private static final List<PageRule> RULES = List.of(
            new StepText(), new OneAction(), new ReadOnlyStep(), new StepReferences(), new DeadEnds(), new Loops());

    @Override
    public void check(Page page, Findings findings) {
        if (page.isProcedure()) {
            RULES.forEach(rule -> rule.check(page, findings));
        }
    }
}
