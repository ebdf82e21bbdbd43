package dev.tierzero.kpi.page;

import static dev.tierzero.api.Html.element;

import dev.tierzero.api.Html;
import java.util.List;

/** Tables as pages have them: with a caption, and scrolled in a frame of their own. */
public final class Tables {

    private Tables() {}

    /**
     * A table.
     *
     * @param caption what it holds
     * @param heads cells of the first row
     * @param rows all others
     */
    public static Html of(String caption, List<Html> heads, List<Html> rows) {
        Html table = element(
                "table", element("caption", caption), element("thead", element("tr", heads)), element("tbody", rows));
        return element("div", table)
                .css("table-scroll")
                .attribute("tabindex", "0")
                .attribute("role", "region")
                .attribute("aria-label", caption);
    }

    /** The head of a column. */
    public static Html head(String words) {
        return element("th", words).attribute("scope", "col");
    }

    /** The head of a row. */
    public static Html row(Html words) {
        return element("th", words).attribute("scope", "row");
    }
}
