package dev.tierzero.kpi.page;

import static dev.tierzero.api.Html.element;
import static dev.tierzero.api.Html.text;

import dev.tierzero.api.Html;
import dev.tierzero.kpi.chart.Chart;
import dev.tierzero.kpi.chart.History;
import dev.tierzero.kpi.chart.Notation;
import dev.tierzero.kpi.model.Observation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The history of a KPI as a chart for wide and for narrow screens, with the key to its marks. */
record ChartFigure(Reading reading) {

    Html html() {
        if (reading.observations().isEmpty()) {
            return element("p", "There is no value yet. The chart begins with the first.");
        }
        History history = reading.history();
        return element("figure", draw(history, Chart.Size.WIDE), draw(history, Chart.Size.NARROW), caption(history))
                .css("kpi-chart");
    }

    private Html draw(History history, Chart.Size size) {
        String title = reading.kpi().title() + ", history";
        return Chart.of(
                history, reading.notation(), size, "chart-" + reading.kpi().id(), title, description());
    }

    /** What the chart shows, in words. */
    private String description() {
        List<Observation> all = reading.observations();
        Notation notation = reading.notation();
        Observation first = all.get(0);
        Observation last = all.get(all.size() - 1);
        BigDecimal low =
                all.stream().map(Observation::value).min(BigDecimal::compareTo).orElseThrow();
        BigDecimal high =
                all.stream().map(Observation::value).max(BigDecimal::compareTo).orElseThrow();
        String target = Words.target(reading);
        String count = all.size() == 1 ? "One value" : "Line chart of " + all.size() + " values";
        return count + ", " + Words.day(first.observedAt()) + " to " + Words.day(last.observedAt()) + ": first "
                + notation.value(first.value()) + ", lowest " + notation.value(low) + ", highest "
                + notation.value(high)
                + ", last " + notation.value(last.value()) + "."
                + (target.isEmpty() ? "" : " Target " + target + ".")
                + " The values are in the table below.";
    }

    private Html caption(History history) {
        List<Html> lines = new ArrayList<>();
        List<History.Event> events = reading.shownEvents();
        if (!events.isEmpty()) {
            lines.add(element("ol", events.stream().map(ChartFigure::event).toList())
                    .css("kpi-events"));
        }
        notes(history).forEach(note -> lines.add(element("p", note)));
        return lines.isEmpty() ? Html.EMPTY : element("figcaption", lines);
    }

    private static Html event(History.Event event) {
        return element("li", Html.of(Words.time(Words.day(event.at())), text(" " + event.title())));
    }

    private List<String> notes(History history) {
        List<String> notes = new ArrayList<>();
        boolean gaps = history.points().size() > 1 && hasGaps();
        if (gaps) {
            notes.add("A gap in the line is a time without a value.");
        }
        if (Chart.isCut(history, reading.notation())) {
            notes.add("The upright axis does not begin at zero.");
        }
        if (history.isOld()) {
            notes.add("The last value is marked with “?”: its state is “"
                    + reading.state().words() + "”.");
        }
        int drawn = Chart.drawn(history, Chart.Size.WIDE);
        if (drawn < history.points().size()) {
            notes.add(
                    "The chart draws " + drawn + " of " + history.points().size()
                            + " values, the lowest and the highest of each stretch among them; on a phone fewer. The table has all.");
        }
        return notes;
    }

    private boolean hasGaps() {
        List<Observation> all = reading.observations();
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i - 1)
                    .observedAt()
                    .plus(reading.gap())
                    .isBefore(all.get(i).observedAt())) {
                return true;
            }
        }
        return false;
    }
}
