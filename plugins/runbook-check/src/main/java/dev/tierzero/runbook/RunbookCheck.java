package dev.tierzero.runbook;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Document;
import dev.tierzero.api.DocumentCheck;
import dev.tierzero.api.SiteCheck;
import dev.tierzero.api.SiteView;
import dev.tierzero.runbook.commands.CommandRules;
import dev.tierzero.runbook.facts.Deputies;
import dev.tierzero.runbook.facts.FactRules;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.PreferenceReader;
import dev.tierzero.runbook.model.Preferences;
import dev.tierzero.runbook.outage.OutageRules;
import dev.tierzero.runbook.outage.ServiceNeeds;
import dev.tierzero.runbook.review.ReviewRules;
import dev.tierzero.runbook.sections.SectionRules;
import dev.tierzero.runbook.steps.StepRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks pages for the sections that their type requires, and runbooks for more. */
public final class RunbookCheck implements DocumentCheck, SiteCheck {

    private static final List<PageRule> RULES = List.of(
            new SectionRules(),
            new StepRules(),
            new CommandRules(),
            new FactRules(),
            new ReviewRules(),
            new OutageRules());

    @Override
    public String id() {
        return "runbook-check";
    }

    @Override
    public Map<String, String> registers() {
        return RegisterSchemas.ALL;
    }

    @Override
    public List<Diagnostic> check(Document document, SiteView site) {
        Preferences preferences = PreferenceReader.preferences(site.settings());
        Findings findings = new Findings(preferences);
        Page page = new Page(document, site, preferences);
        RULES.forEach(rule -> rule.check(page, findings));
        return findings.all();
    }

    @Override
    public List<Diagnostic> check(SiteView site) {
        Preferences preferences = PreferenceReader.preferences(site.settings());
        Findings findings = new Findings(preferences);
        Deputies.check(site, findings);
        ServiceNeeds.check(site, preferences, findings);
        List<Diagnostic> all = new ArrayList<>(PreferenceReader.diagnostics(site.settings()));
        all.addAll(findings.all());
        return all;
    }
}
