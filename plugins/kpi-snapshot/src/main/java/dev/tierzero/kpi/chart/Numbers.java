package dev.tierzero.kpi.chart;

import dev.tierzero.api.Html;
import java.util.ArrayList;
import java.util.List;

/**
 * Events as numbers in circles above the plot, in as many rows as it takes for none to cover another, three at most.
 *
 * @param places of the numbers: how far right, and in which row
 */
record Numbers(List<Place> places) {

    private static final double ROW = 18;
    private static final double RADIUS = 8;
    private static final int MOST_ROWS = 3;

    record Place(double x, int row) {}

    static Numbers of(List<History.Event> events, Plot plot) {
        List<Place> places = new ArrayList<>();
        double[] free = new double[MOST_ROWS];
        for (History.Event event : events) {
            double x = plot.x(event.at());
            int row = 0;
            while (row < MOST_ROWS - 1 && x < free[row]) {
                row++;
            }
            free[row] = x + 2 * RADIUS + 2;
            places.add(new Place(x, row));
        }
        return new Numbers(List.copyOf(places));
    }

    int rows() {
        return places.stream().mapToInt(Place::row).max().orElse(-1) + 1;
    }

    Html html(Plot plot) {
        List<Html> pieces = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            double y = plot.top() - ROW * place.row() - ROW / 2;
            pieces.add(Drawing.line(place.x(), y + RADIUS, place.x(), plot.bottom(), "chart-event")
                    .attribute("stroke-dasharray", "1 3"));
            pieces.add(Drawing.circle(place.x(), y, RADIUS, "chart-number")
                    .attribute("fill", "none")
                    .attribute("stroke", "currentColor"));
            pieces.add(Drawing.text(place.x(), y + 4, "middle", "chart-mark", String.valueOf(i + 1)));
        }
        return Html.of(pieces);
    }
}
