package dev.tierzero.kpi.criteria;

import dev.tierzero.api.SiteView;
import dev.tierzero.kpi.page.Board;

/** What conditions are held against: the KPIs as of the build, and the site itself. */
record Grounds(Board board) {

    SiteView site() {
        return board.site();
    }
}
