package dev.tierzero.kpi;

import dev.tierzero.api.CollectRequest;
import dev.tierzero.api.Contribution;
import dev.tierzero.api.DataCollector;
import dev.tierzero.api.Dataset;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.PageContributor;
import dev.tierzero.api.SiteCheck;
import dev.tierzero.api.SiteFiles;
import dev.tierzero.api.SiteView;
import dev.tierzero.kpi.collect.Collection;
import dev.tierzero.kpi.criteria.CriteriaPages;
import dev.tierzero.kpi.model.Declarations;
import dev.tierzero.kpi.page.Board;
import dev.tierzero.kpi.page.KpiPages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the KPIs that a site declares and shows them. */
public final class KpiSnapshot implements DataCollector, SiteCheck, PageContributor {

    @Override
    public String id() {
        return "kpi-snapshot";
    }

    @Override
    public Map<String, String> registers() {
        Map<String, String> schemas = new LinkedHashMap<>(Declarations.schemas());
        schemas.putAll(CriteriaPages.schemas());
        return schemas;
    }

    @Override
    public Dataset collect(CollectRequest request) throws InterruptedException {
        return Collection.of(request);
    }

    /** Whether a KPI has a source outside the site. */
    @Override
    public boolean isLive(SiteFiles site) {
        return Declarations.of(site).kpis().stream()
                .anyMatch(kpi -> kpi.source().isOutside());
    }

    @Override
    public List<Diagnostic> check(SiteView site) {
        return CriteriaPages.findings(Board.of(site));
    }

    @Override
    public List<Contribution> contribute(SiteView site) {
        Board board = Board.of(site);
        List<Contribution> all = new ArrayList<>(KpiPages.of(board));
        all.addAll(CriteriaPages.of(board));
        return all;
    }
}
