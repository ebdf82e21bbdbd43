package dev.tierzero.kpi.page;

import static dev.tierzero.api.Html.element;
import static dev.tierzero.api.Html.link;
import static dev.tierzero.api.Html.text;

import dev.tierzero.api.Html;
import dev.tierzero.kpi.chart.Sparkline;
import dev.tierzero.kpi.model.Observation;
import dev.tierzero.kpi.model.State;
import dev.tierzero.kpi.model.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A KPI at a glance: value, target, trend, state and age, with what it means one tap away.
 *
 * @param board for owners
 */
record Tile(Reading reading, Board board) {

    /**
     * The tile with a heading, in a page of its own or in a list.
     *
     * @param heading element of the title: {@code h2}, {@code h3} or {@code p}
     */
    Html html(String heading) {
        String id = reading.kpi().id();
        Html title =
                element(heading, link(reading.page(), reading.kpi().title())).css("kpi-title");
        Html named = heading.equals("p") ? title : title.id(id);
        return element("div", demo(), named, figure(Sparkline.of(reading.history())), glance(), facts())
                .css("kpi");
    }

    /** The tile without title and sparkline, for the page of the KPI, which has both in larger. */
    Html headline() {
        return element("div", demo(), figure(Html.EMPTY), glance()).css("kpi kpi-headline");
    }

    private Html glance() {
        return Html.of(verdict(), trend(), when());
    }

    private Html demo() {
        return reading.kpi().demo() ? element("p", "Demo data").css("kpi-demo") : Html.EMPTY;
    }

    private Html figure(Html sparkline) {
        Html value = reading.last().map(this::value).orElseGet(() -> element("span", "No data")
                .css("kpi-value"));
        return element("p", value, sparkline).css("kpi-figure");
    }

    /** Number and unit, the unit smaller where it is a word. */
    private Html value(Observation observation) {
        String after = reading.notation().after();
        String all = reading.text(observation);
        boolean words = after.length() > 2 && all.endsWith(after);
        Html shown = words
                ? Html.of(text(all.substring(0, all.length() - after.length())), element("small", after))
                : text(all);
        return element("data", shown)
                .attribute("value", observation.value().toPlainString())
                .css("kpi-value");
    }

    private Html verdict() {
        if (reading.kpi().target() instanceof Target.None) {
            return element("p", "No target: count and trend").css("kpi-line");
        }
        String target = Words.target(reading);
        Html words = target.isEmpty() ? text(": no target yet") : text(": target " + target);
        return element("p", Words.verdict(reading.verdict()), words).css("kpi-line");
    }

    private Html trend() {
        return Words.trend(reading)
                .map(words -> element("p", words).css("kpi-line"))
                .orElse(Html.EMPTY);
    }

    /** State, and both times: a value may be old although it was fetched just now. */
    private Html when() {
        List<Html> pieces = new ArrayList<>();
        pieces.add(state());
        reading.last().ifPresent(last -> {
            if (last.isDated()) {
                pieces.add(element(
                        "span",
                        text("observed "),
                        Words.time(last.observedAt(), reading.kpi().cadence())));
            }
            pieces.add(element(
                    "span",
                    text("fetched "),
                    Words.time(last.fetchedAt(), reading.kpi().cadence())));
        });
        return element("p", pieces).css("kpi-when");
    }

    /** The state as of the build, and what it turns into when the page is read later. */
    Html state() {
        State state = reading.state();
        String problem = reading.snapshot().problem();
        String old = "Stale: older than " + Words.length(reading.kpi().maxAge());
        String words =
                (state == State.STALE ? old : Words.capital(state.words())) + (problem.isEmpty() ? "" : ": " + problem);
        String asOf = " as of " + Words.day(reading.asOf());
        Html shown = element("span", words + asOf).css("kpi-state").attribute("data-state", state.key());
        Optional<Instant> until = reading.last()
                .filter(o -> state == State.FRESH)
                .map(Observation::observedAt)
                .map(at -> at.plus(reading.kpi().maxAge()));
        return until.map(instant -> shown.attribute("data-stale-after", instant.toString())
                        .attribute("data-stale", old)
                        .attribute("data-fresh", words))
                .orElse(shown);
    }

    private Html facts() {
        return element("details", element("summary", "Definition and source"), new Facts(reading, board).brief())
                .css("kpi-more");
    }
}
