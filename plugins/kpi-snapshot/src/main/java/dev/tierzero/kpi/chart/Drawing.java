package dev.tierzero.kpi.chart;

import dev.tierzero.api.Html;

/** The few shapes that charts are drawn with. Coordinates are rounded to tenths. */
final class Drawing {

    private final StringBuilder path = new StringBuilder();

    /** A number as SVG writes it, with one decimal at most. */
    static String number(double coordinate) {
        long tenths = Math.round(coordinate * 10);
        String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10;
        return tenths % 10 == 0 ? whole : whole + "." + Math.abs(tenths % 10);
    }

    static Html line(double x1, double y1, double x2, double y2, String css) {
        return new Drawing().move(x1, y1).to(x2, y2).stroke(css);
    }

    static Html text(double x, double y, String anchor, String css, String words) {
        return Html.element("text", words)
                .css(css)
                .attribute("x", number(x))
                .attribute("y", number(y))
                .attribute("text-anchor", anchor);
    }

    static Html circle(double x, double y, double radius, String css) {
        return Html.element("circle")
                .css(css)
                .attribute("cx", number(x))
                .attribute("cy", number(y))
                .attribute("r", number(radius));
    }

    static Html rectangle(double x, double y, double width, double height, String css) {
        return Html.element("rect")
                .css(css)
                .attribute("x", number(x))
                .attribute("y", number(y))
                .attribute("width", number(width))
                .attribute("height", number(height));
    }

    /** A drawing that a browser scales, hidden from or named for those who do not see it by the caller. */
    static Html svg(double width, double height, String css, Html... pieces) {
        return Html.element("svg", pieces)
                .css(css)
                .attribute("viewBox", "0 0 " + number(width) + " " + number(height))
                .attribute("width", number(width))
                .attribute("height", number(height));
    }

    Drawing move(double x, double y) {
        path.append('M').append(number(x)).append(' ').append(number(y));
        return this;
    }

    Drawing to(double x, double y) {
        path.append('L').append(number(x)).append(' ').append(number(y));
        return this;
    }

    /** The next point of a line, or the first of one. */
    Drawing next(boolean joined, double x, double y) {
        return joined ? to(x, y) : move(x, y);
    }

    /** A dot: a stroke without length and with round ends. */
    Drawing dot(double x, double y) {
        move(x, y);
        path.append("h0");
        return this;
    }

    boolean isEmpty() {
        return path.length() == 0;
    }

    /** The path, unfilled. It is seen without any style sheet. */
    Html stroke(String css) {
        return isEmpty()
                ? Html.EMPTY
                : Html.element("path")
                        .css(css)
                        .attribute("d", path.toString())
                        .attribute("fill", "none")
                        .attribute("stroke", "currentColor");
    }
}
