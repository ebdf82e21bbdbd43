package dev.tierzero.kpi;

import dev.tierzero.api.CollectRequest;
import dev.tierzero.api.Contribution;
import dev.tierzero.api.DataCollector;
import dev.tierzero.api.Dataset;
import dev.tierzero.api.PageContributor;
import dev.tierzero.api.SiteView;
import dev.tierzero.kpi.model.Declarations;
import dev.tierzero.kpi.page.Board;
import dev.tierzero.kpi.page.KpiPages;
import java.util.List;
import java.util.Map;

/** Collects the KPIs that a site declares and shows them. */
public final class KpiSnapshot implements DataCollector, PageContributor {

    @Override
    public String id() {
        return "kpi-snapshot";
    }

    @Override
    public Map<String, String> registers() {
        return Declarations.schemas();
    }

    @Override
    public Dataset collect(CollectRequest request) {
        return Dataset.of("");
    }

    @Override
    public List<Contribution> contribute(SiteView site) {
        return KpiPages.of(Board.of(site));
    }
}
