package dev.tierzero.kpi.page;

import static dev.tierzero.api.Html.element;
import static dev.tierzero.api.Html.link;
import static dev.tierzero.api.Html.text;

import dev.tierzero.api.Html;
import dev.tierzero.api.Insert;
import dev.tierzero.kpi.model.Target;
import java.util.ArrayList;
import java.util.List;

/** What stands for {@code {kpi:adoption}} and its like in pages of authors. */
record Quotes(Board board) {

    List<Insert> inserts() {
        List<Insert> inserts = new ArrayList<>();
        for (Reading reading : board.readings()) {
            String id = reading.kpi().id();
            inserts.add(new Insert("kpi:" + id, value(reading), false));
            inserts.add(new Insert("kpi-target:" + id, text(target(reading)), false));
            inserts.add(new Insert("kpi-tile:" + id, new Tile(reading, board).html("p"), true));
        }
        inserts.add(new Insert("kpi-table:all", new Dashboard(board).table(), true));
        return inserts;
    }

    /** The value with its unit, its day under the pointer and for those who listen, and a word when it is made up. */
    private static Html value(Reading reading) {
        String day = reading.last().map(o -> ", " + Words.day(o.observedAt())).orElse("");
        String value = reading.last().map(reading::text).orElse("no data");
        Html link = link(reading.page(), element("data", value).attribute("value", plain(reading)))
                .attribute("title", reading.kpi().title() + day);
        Html age = reading.last()
                .map(o -> element("time", "(" + Words.day(o.observedAt()) + ")")
                        .css("vh")
                        .attribute("datetime", o.observedAt().toString()))
                .orElse(Html.EMPTY);
        Html demo = reading.kpi().demo() ? element("small", "\u00a0(demo)").css("kpi-made-up") : Html.EMPTY;
        return element("span", link, age, demo).css("kpi-quote");
    }

    private static String plain(Reading reading) {
        return reading.last().map(o -> o.value().toPlainString()).orElse("");
    }

    private static String target(Reading reading) {
        String target = Words.target(reading);
        return reading.kpi().target() instanceof Target.None || target.isEmpty() ? "no target" : target;
    }
}
