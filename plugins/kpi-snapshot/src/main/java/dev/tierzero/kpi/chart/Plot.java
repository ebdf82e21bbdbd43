package dev.tierzero.kpi.chart;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Stream;

/** The rectangle that the figures stand in, in units of the drawing. */
record Plot(Axis axis, Span span, double left, double top, double width, double height) {

    /** The upright axis for a history: its figures, and its targets while they hold. */
    static Axis axis(History history, Notation notation, int gaps) {
        Span span = Span.of(history);
        Stream<BigDecimal> targets = history.targets(span).stream().flatMap(target -> target.figure().stream());
        return Axis.of(Stream.concat(history.figures().stream(), targets).toList(), notation, gaps);
    }

    /** The same, between other heights. */
    Plot between(double newTop, double newBottom) {
        return new Plot(axis, span, left, newTop, width, newBottom - newTop);
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    double x(Instant at) {
        return left + width * span.share(at);
    }

    double y(BigDecimal figure) {
        return top + height * (1 - axis.share(figure));
    }
}
