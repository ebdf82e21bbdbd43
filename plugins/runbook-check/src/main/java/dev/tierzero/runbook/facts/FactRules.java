package dev.tierzero.runbook.facts;

import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import java.util.List;

/** Looks at what a page says about itself: its owner, service, alerts and recovery time, each against its register. */
public final class FactRules implements PageRule {

    private static final List<PageRule> RULES = List.of(new OwnerKnown(), new NamesKnown(), new RecoveryTime());

    @Override
    public void check(Page page, Findings findings) {
        RULES.forEach(rule -> rule.check(page, findings));
    }
}
