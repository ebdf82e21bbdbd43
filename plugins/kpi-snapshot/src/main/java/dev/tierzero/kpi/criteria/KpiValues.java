package dev.tierzero.kpi.criteria;

import dev.tierzero.api.SiteView;
import dev.tierzero.kpi.page.Board;
import java.util.List;

/** Whether the KPIs of a site have values at all. */
final class KpiValues {

    private KpiValues() {}

    static BuildFact.Count missing(SiteView site) {
        Board board = Board.of(site);
        List<String> without = board.readings().stream()
                .filter(reading -> reading.last().isEmpty())
                .map(reading -> reading.kpi().title())
                .toList();
        return new BuildFact.Count(board.readings().size(), without, board.isDemo());
    }
}
