package dev.tierzero.kpi.chart;

import dev.tierzero.api.Html;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Stages behind the figures: a tint on every other one, a line between them, the name on top. */
record Bands(List<History.Stage> stages, Plot plot, double row) {

    private static final double LETTER = 7;

    /** @param top of the row with the names */
    Html html(double top) {
        List<Html> pieces = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            History.Stage stage = stages.get(i);
            Instant end = stage.to().orElse(plot.span().to());
            double left = plot.x(stage.from());
            double right = plot.x(end);
            if (right - left >= 1) {
                pieces.add(Drawing.rectangle(left, top, right - left, plot.bottom() - top, "chart-band")
                        .attribute("fill", "currentColor")
                        .attribute("fill-opacity", i % 2 == 0 ? "0.06" : "0"));
                pieces.add(Drawing.line(left, top, left, plot.bottom(), "chart-grid"));
                pieces.add(name(stage.title(), left, right, top));
            }
        }
        return Html.of(pieces);
    }

    /** The name as far as it fits; the page lists the stages anyway. */
    private Html name(String title, double left, double right, double top) {
        int letters = (int) ((right - left - 6) / LETTER);
        String shown = title.length() <= letters
                ? title
                : title.substring(0, Math.max(0, letters - 1)).strip() + "…";
        return letters < 4 && shown.length() < title.length()
                ? Html.EMPTY
                : Drawing.text(left + 4, top + row - 5, "start", "chart-stage", shown);
    }
}
