package dev.tierzero.kpi.chart;

import dev.tierzero.api.Html;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The line of the target, with a step wherever the target changes, and its value in figures. */
record Targets(List<History.Target> targets, Notation notation, Plot plot) {

    private static final double LETTER = 7;

    Html html() {
        Drawing line = new Drawing();
        List<Html> labels = new ArrayList<>();
        boolean joined = false;
        for (int i = 0; i < targets.size(); i++) {
            Instant end = i + 1 < targets.size()
                    ? targets.get(i + 1).from()
                    : plot.span().to();
            double left = plot.x(targets.get(i).from());
            double right = plot.x(end);
            if (targets.get(i).figure().isEmpty() || right - left < 0.1) {
                joined = joined && targets.get(i).figure().isPresent();
                continue;
            }
            BigDecimal figure = targets.get(i).figure().orElseThrow();
            double y = plot.y(figure);
            line.next(joined, left, y).to(right, y);
            labels.add(label(notation.value(figure), left, right, y));
            joined = true;
        }
        Html stroke = line.isEmpty() ? Html.EMPTY : line.stroke("chart-target").attribute("stroke-dasharray", "6 4");
        return Html.of(stroke, Html.of(labels));
    }

    private Html label(String value, double left, double right, double y) {
        String words = "target " + value;
        double room = right - left - 6;
        String shown = words.length() * LETTER <= room ? words : value.length() * LETTER <= room ? value : "";
        double at = y - plot.top() < 16 ? y + 14 : y - 5;
        return shown.isEmpty() ? Html.EMPTY : Drawing.text(left + 4, at, "start", "chart-goal", shown);
    }
}
