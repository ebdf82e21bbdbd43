package dev.tierzero.kpi.page;

import dev.tierzero.api.Contribution;
import java.util.ArrayList;
import java.util.List;

/** All that is shown of KPIs. */
public final class KpiPages {

    private KpiPages() {}

    /** The dashboard, a page and a file for each KPI, and figures to quote; nothing where no KPI is declared. */
    public static List<Contribution> of(Board board) {
        if (board.readings().isEmpty()) {
            return List.of();
        }
        List<Contribution> all = new ArrayList<>();
        all.add(new Dashboard(board).page());
        for (int i = 0; i < board.readings().size(); i++) {
            all.addAll(new KpiPage(board.readings().get(i), board, i + 2).contributions());
        }
        all.addAll(new Quotes(board).inserts());
        return all;
    }
}
