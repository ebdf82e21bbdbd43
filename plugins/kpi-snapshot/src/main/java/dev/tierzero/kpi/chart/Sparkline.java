package dev.tierzero.kpi.chart;

import dev.tierzero.api.Html;
import java.math.BigDecimal;
import java.util.List;

/** The course of the last figures in the height of a line of text. What it shows stands beside it in words. */
public final class Sparkline {

    private static final double WIDTH = 132;
    private static final double HEIGHT = 36;
    private static final double EDGE = 4;
    private static final int STRETCHES = 32;

    private Sparkline() {}

    /** Draws a history with one point at least; nothing for one without. */
    public static Html of(History history) {
        if (history.points().isEmpty()) {
            return Html.EMPTY;
        }
        Plot plot = plot(history);
        Drawing line = new Drawing();
        for (List<History.Point> run : history.runs(STRETCHES)) {
            Drawing begun = line.move(x(plot, run.get(0)), y(plot, run.get(0)));
            run.stream().skip(1).forEach(point -> begun.to(x(plot, point), y(plot, point)));
        }
        History.Point last = history.last();
        return Drawing.svg(
                        WIDTH,
                        HEIGHT,
                        "spark",
                        target(history, plot),
                        line.stroke("chart-line"),
                        Drawing.circle(
                                x(plot, last),
                                y(plot, last),
                                3,
                                history.isOld() ? "chart-last chart-old" : "chart-last"))
                .attribute("aria-hidden", "true")
                .attribute("focusable", "false");
    }

    private static Html target(History history, Plot plot) {
        List<History.Target> all = history.targets();
        return all.stream()
                .skip(Math.max(0, all.size() - 1L))
                .flatMap(target -> target.figure().stream())
                .map(plot::y)
                .filter(y -> y >= EDGE && y <= HEIGHT - EDGE)
                .map(y -> Drawing.line(EDGE, y, WIDTH - EDGE, y, "chart-target").attribute("stroke-dasharray", "3 3"))
                .findFirst()
                .orElse(Html.EMPTY);
    }

    private static Plot plot(History history) {
        List<BigDecimal> figures = history.figures();
        BigDecimal low = figures.stream().min(BigDecimal::compareTo).orElseThrow();
        BigDecimal high = figures.stream().max(BigDecimal::compareTo).orElseThrow();
        boolean flat = low.compareTo(high) == 0;
        Axis axis = flat
                ? new Axis(List.of(low.subtract(BigDecimal.ONE), high.add(BigDecimal.ONE)), List.of("", ""))
                : new Axis(List.of(low, high), List.of("", ""));
        return new Plot(axis, Span.of(history), EDGE, EDGE, WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE);
    }

    private static double x(Plot plot, History.Point point) {
        return plot.x(point.at());
    }

    private static double y(Plot plot, History.Point point) {
        return plot.y(point.figure());
    }
}
