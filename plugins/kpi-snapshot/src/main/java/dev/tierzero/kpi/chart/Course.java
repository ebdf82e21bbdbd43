package dev.tierzero.kpi.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The way of the line through the drawing, for labels to keep out of.
 *
 * @param pieces straight, from left to right
 */
record Course(List<Piece> pieces) {

    /** From one point to the next; the same point twice where there is but one. */
    record Piece(double x1, double y1, double x2, double y2) {

        /** Whether it passes through a rectangle. */
        boolean crosses(double left, double top, double right, double bottom) {
            if (x2 < left || x1 > right) {
                return false;
            }
            double from = at(Math.max(left, x1));
            double to = at(Math.min(right, x2));
            return Math.max(from, to) >= top && Math.min(from, to) <= bottom;
        }

        private double at(double x) {
            return x2 - x1 < 0.01 ? y1 : y1 + (y2 - y1) * (x - x1) / (x2 - x1);
        }
    }

    /** The way of some runs of points. */
    static Course of(List<List<History.Point>> runs, Plot plot) {
        List<Piece> pieces = new ArrayList<>();
        for (List<History.Point> run : runs) {
            for (int i = 0; i < run.size(); i++) {
                History.Point from = run.get(Math.max(0, i - 1));
                History.Point to = run.get(i);
                pieces.add(new Piece(plot.x(from.at()), plot.y(from.figure()), plot.x(to.at()), plot.y(to.figure())));
            }
        }
        return new Course(List.copyOf(pieces));
    }

    /** How many pieces pass through a rectangle. */
    long crossing(double left, double top, double right, double bottom) {
        return pieces.stream()
                .filter(piece -> piece.crosses(left, top, right, bottom))
                .count();
    }
}
