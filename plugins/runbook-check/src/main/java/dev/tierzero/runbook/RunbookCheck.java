package dev.tierzero.runbook;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Document;
import dev.tierzero.api.DocumentCheck;
import dev.tierzero.api.SiteView;
import java.util.List;

/** Checks pages for the sections that their type requires, and runbooks for more. */
public final class RunbookCheck implements DocumentCheck {

    @Override
    public String id() {
        return "runbook-check";
    }

    @Override
    public List<Diagnostic> check(Document document, SiteView site) {
        return List.of();
    }
}
