package dev.tierzero.kpi.chart;

import dev.tierzero.api.Html;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The line of the target, with a step wherever the target changes, and its value in figures. */
record Targets(List<History.Target> targets, Notation notation, Plot plot, Course course) {

    private static final double LETTER = 7;

    /** A stretch of the line, as drawn. */
    private record Stretch(double left, double right, double y, String value) {}

    /** The line, joined where one target follows another. */
    Html line() {
        Drawing line = new Drawing();
        double joined = Double.NaN;
        for (Stretch stretch : stretches()) {
            line.next(stretch.left() == joined, stretch.left(), stretch.y()).to(stretch.right(), stretch.y());
            joined = stretch.right();
        }
        return line.isEmpty() ? Html.EMPTY : line.stroke("chart-target").attribute("stroke-dasharray", "6 4");
    }

    /** The values, beside the line. */
    Html labels() {
        return Html.of(stretches().stream().map(this::label).toList());
    }

    private List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            double left = plot.x(targets.get(i).from());
            double right = plot.x(
                    i + 1 < targets.size()
                            ? targets.get(i + 1).from()
                            : plot.span().to());
            if (right - left >= 0.1) {
                targets.get(i)
                        .figure()
                        .ifPresent(figure ->
                                stretches.add(new Stretch(left, right, plot.y(figure), notation.brief(figure))));
            }
        }
        return stretches;
    }

    /** The label at that end and on that side of its line where the curve leaves it free; none where it does not fit. */
    private Html label(Stretch stretch) {
        double left = stretch.left();
        double right = stretch.right();
        double y = stretch.y();
        String words = "target " + stretch.value();
        int letters = (int) ((right - left - 8) / LETTER);
        String shown = words.length() <= letters ? words : stretch.value().length() <= letters ? stretch.value() : "";
        if (shown.isEmpty()) {
            return Html.EMPTY;
        }
        double width = shown.length() * LETTER;
        List<Place> places = List.of(
                new Place(left + 4, y - 5),
                new Place(left + 4, y + 15),
                new Place(right - 4 - width, y - 5),
                new Place(right - 4 - width, y + 15));
        Place place = places.stream()
                .filter(p -> p.base() - 11 >= plot.top() && p.base() + 3 <= plot.bottom())
                .min(Comparator.comparing(p -> course.crossing(p.x(), p.base() - 11, p.x() + width, p.base() + 3)))
                .orElse(places.get(0));
        return Drawing.text(place.x(), place.base(), "start", "chart-goal", shown);
    }

    /** Where a text may begin. */
    private record Place(double x, double base) {}
}
