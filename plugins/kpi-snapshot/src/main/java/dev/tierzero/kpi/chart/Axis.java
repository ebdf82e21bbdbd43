package dev.tierzero.kpi.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The upright axis: from the first mark to the last.
 *
 * @param marks ascending, evenly spaced, two at least
 * @param labels one for each mark
 */
record Axis(List<BigDecimal> marks, List<String> labels) {

    /** Figures that differ by less than a quarter are shown from near their lowest; all others from zero. */
    private static final BigDecimal CLOSE = new BigDecimal("0.75");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Axis {
        marks = List.copyOf(marks);
        labels = List.copyOf(labels);
    }

    /** An axis that holds all these figures, with about as many gaps between marks as asked for. */
    static Axis of(List<BigDecimal> figures, Notation notation, int gaps) {
        Range range = Range.of(figures);
        BigDecimal step = notation.scale().step(range.length().divide(BigDecimal.valueOf(gaps), MathContext.DECIMAL64));
        BigDecimal first = range.from().divide(step, 0, RoundingMode.FLOOR).multiply(step);
        int count = Math.max(
                1,
                range.to().subtract(first).divide(step, 0, RoundingMode.CEILING).intValueExact());
        List<BigDecimal> marks = IntStream.rangeClosed(0, count)
                .mapToObj(i -> first.add(step.multiply(BigDecimal.valueOf(i))))
                .toList();
        BigDecimal largest = marks.get(count).abs().max(first.abs());
        return new Axis(
                marks, marks.stream().map(m -> notation.mark(m, step, largest)).toList());
    }

    /** Whether the axis leaves zero out. */
    boolean isCut() {
        return first().signum() > 0 || last().signum() < 0;
    }

    BigDecimal first() {
        return marks.get(0);
    }

    BigDecimal last() {
        return marks.get(marks.size() - 1);
    }

    /** How far up a figure stands: 0 at the first mark, 1 at the last. */
    double share(BigDecimal figure) {
        return figure.subtract(first())
                .divide(last().subtract(first()), MathContext.DECIMAL64)
                .doubleValue();
    }

    /** The figures that an axis must hold. */
    private record Range(BigDecimal from, BigDecimal to) {

        static Range of(List<BigDecimal> figures) {
            BigDecimal low = figures.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
            BigDecimal high = figures.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
            if (low.signum() == 0 && high.signum() == 0) {
                return new Range(BigDecimal.ZERO, BigDecimal.ONE);
            }
            boolean differ = low.compareTo(high) != 0;
            boolean above = differ && low.compareTo(high.multiply(CLOSE)) > 0 && low.signum() > 0;
            boolean below = differ && high.compareTo(low.multiply(CLOSE)) < 0 && high.signum() < 0;
            BigDecimal from = above ? low : low.min(BigDecimal.ZERO);
            BigDecimal to = below ? high : high.max(BigDecimal.ZERO);
            return new Range(from, to);
        }

        /** What is divided into steps: never so short that a mark would need more than three decimals. */
        BigDecimal length() {
            BigDecimal least = to.abs().max(from.abs()).divide(HUNDRED, MathContext.DECIMAL64);
            return to.subtract(from).max(least);
        }
    }
}
