package dev.tierzero.coverage;

import dev.tierzero.api.Contribution;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.PageContributor;
import dev.tierzero.api.SiteCheck;
import dev.tierzero.api.SiteView;
import java.util.List;

/** Holds registers against pages, both ways. */
public final class Coverage implements SiteCheck, PageContributor {

    @Override
    public String id() {
        return "coverage";
    }

    @Override
    public List<Diagnostic> check(SiteView site) {
        return List.of();
    }

    @Override
    public List<Contribution> contribute(SiteView site) {
        return List.of();
    }
}
