package dev.tierzero.kpi.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How figures of a unit are written: the same on every machine, with a point before decimals, commas between thousands, a true minus
 * sign and never an exponent.
 *
 * @param before what stands before the number, with its space: {@code "EUR "}
 * @param after what stands after the number, with its space: {@code " s"}
 * @param scale what the marks of an axis are multiples of
 * @param onAxis whether the marks of an axis carry {@code after} too
 */
public record Notation(String before, String after, Scale scale, boolean onAxis) {

    /** What the marks of an axis are multiples of. */
    public enum Scale {
        /** 1, 2, 2.5 and 5 times a power of ten. */
        DECIMAL,
        /** As decimal, never a fraction. */
        WHOLE,
        /** Shares of a minute, then of an hour. */
        SIXTIETHS,
        /** Shares of a day. */
        HOURS;

        private List<String> steps() {
            return switch (this) {
                case DECIMAL -> List.of("1", "2", "2.5", "5");
                case WHOLE -> List.of("1", "2", "5");
                case SIXTIETHS ->
                    List.of("1", "2", "5", "10", "15", "30", "60", "120", "300", "600", "900", "1800", "3600");
                case HOURS -> List.of("1", "2", "4", "6", "12", "24", "48", "72", "120", "240");
            };
        }

        /** The smallest good distance between marks that is not below this one. */
        BigDecimal step(BigDecimal atLeast) {
            List<String> steps = steps();
            BigDecimal last = new BigDecimal(steps.get(steps.size() - 1));
            boolean clock = this == SIXTIETHS || this == HOURS;
            boolean beyond = atLeast.compareTo(last) > 0 || atLeast.compareTo(BigDecimal.ONE) < 0;
            if (clock && !beyond) {
                return smallest(steps, BigDecimal.ONE, atLeast);
            }
            int power = atLeast.precision() - atLeast.scale() - 1;
            BigDecimal ten = BigDecimal.ONE.scaleByPowerOfTen(this == WHOLE ? Math.max(0, power) : power);
            return smallest(clock ? WHOLE.steps() : steps, ten, atLeast);
        }

        private static BigDecimal smallest(List<String> steps, BigDecimal factor, BigDecimal atLeast) {
            return steps.stream()
                    .map(step -> new BigDecimal(step).multiply(factor))
                    .filter(step -> step.compareTo(atLeast) >= 0)
                    .findFirst()
                    .orElse(factor.scaleByPowerOfTen(1));
        }
    }

    private static final BigDecimal MILLION = new BigDecimal("1e6");
    private static final BigDecimal MANY = new BigDecimal("1e12");
    private static final char NO_BREAK = '\u00a0';

    /** Shares of a hundred: {@code 92.3 %}. */
    public static Notation percent() {
        return new Notation("", NO_BREAK + "%", Scale.DECIMAL, true);
    }

    /** Times: {@code 84 s}. */
    public static Notation seconds() {
        return new Notation("", NO_BREAK + "s", Scale.SIXTIETHS, true);
    }

    /** Long times: {@code 6 h}. */
    public static Notation hours() {
        return new Notation("", NO_BREAK + "h", Scale.HOURS, true);
    }

    /**
     * Counts: {@code 2 per week}.
     *
     * @param words what stands after the number; may be empty
     */
    public static Notation count(String words) {
        return new Notation("", words.isEmpty() ? "" : NO_BREAK + words, Scale.WHOLE, false);
    }

    /**
     * Sums of money: {@code EUR 1,200}.
     *
     * @param currency its code in ISO 4217
     */
    public static Notation money(String currency) {
        return new Notation(currency.isEmpty() ? "" : currency + NO_BREAK, "", Scale.DECIMAL, false);
    }

    /** Ratings: {@code 8.4 of 10}. */
    public static Notation score(int of) {
        return new Notation("", NO_BREAK + "of" + NO_BREAK + of, Scale.DECIMAL, false);
    }

    /** A figure as read: one decimal below 100 where it says something, two digits below 1, none above. */
    public String value(BigDecimal figure) {
        return before + number(figure, decimals(figure)) + after;
    }

    /** A figure with its unit where that is short, else without: what stands in a drawing whose axis names the unit. */
    String brief(BigDecimal figure) {
        return onAxis ? value(figure) : bare(figure);
    }

    /** A figure without its unit. */
    public String bare(BigDecimal figure) {
        return number(figure, decimals(figure));
    }

    /**
     * A figure beside a limit: with up to three decimals where rounding would make it look like the limit, which it is not.
     * 89.97 beside 90 is {@code 89.97}.
     */
    public String value(BigDecimal figure, BigDecimal limit) {
        return before + number(figure, apart(figure, limit)) + after;
    }

    /**
     * The difference of two figures with its sign: {@code +3.2 points} of shares, {@code −4 s} of times, {@code +2} of counts;
     * {@code ±0} for none.
     */
    public String change(BigDecimal difference) {
        int decimals = decimals(difference);
        BigDecimal rounded = difference.setScale(decimals, RoundingMode.HALF_UP);
        String sign = rounded.signum() > 0 ? "+" : rounded.signum() == 0 ? "±" : "\u2212";
        String unit = after.endsWith("%") ? NO_BREAK + "points" : onAxis ? after : "";
        return sign + before + number(rounded.abs(), decimals) + unit;
    }

    /** A mark of an axis whose marks are this far apart. */
    String mark(BigDecimal figure, BigDecimal step, BigDecimal largest) {
        Power power = Power.of(largest);
        BigDecimal distance = step.movePointLeft(power.zeros()).stripTrailingZeros();
        String number = grouped(
                figure.movePointLeft(power.zeros()).setScale(Math.max(0, distance.scale()), RoundingMode.HALF_UP));
        return number + (figure.signum() == 0 ? "" : power.letter()) + (onAxis ? after : "");
    }

    /** What an axis or a column is headed with, when its figures do not say their unit; else empty. */
    public String heading() {
        return onAxis ? "" : (before + after).replace(NO_BREAK, ' ').strip();
    }

    private static int apart(BigDecimal figure, BigDecimal limit) {
        int decimals = decimals(figure);
        while (decimals < 3
                && figure.compareTo(limit) != 0
                && figure.setScale(decimals, RoundingMode.HALF_UP).compareTo(limit) == 0) {
            decimals++;
        }
        return decimals;
    }

    private static int decimals(BigDecimal figure) {
        BigDecimal size = figure.abs().stripTrailingZeros();
        if (size.signum() == 0 || size.compareTo(BigDecimal.valueOf(100)) >= 0) {
            return 0;
        }
        int leading = size.scale() - size.precision();
        int wanted = size.compareTo(BigDecimal.ONE) >= 0 ? 1 : leading + 2;
        return Math.max(0, Math.min(Math.min(wanted, 6), size.scale()));
    }

    private static String number(BigDecimal figure, int decimals) {
        if (figure.abs().compareTo(MANY) >= 0) {
            return grouped(figure.divide(MANY, 0, RoundingMode.HALF_UP)) + NO_BREAK + "trillion";
        }
        return grouped(figure.setScale(decimals, RoundingMode.HALF_UP));
    }

    private static String grouped(BigDecimal rounded) {
        String plain = rounded.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String fraction = point < 0 || rounded.signum() == 0 ? "" : trimmed(plain.substring(point));
        String sign = rounded.signum() < 0 ? "\u2212" : "";
        return sign + whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + fraction;
    }

    private static String trimmed(String fraction) {
        String shorter = fraction.replaceAll("0+$", "");
        return shorter.equals(".") ? "" : shorter;
    }

    /** A power of a thousand that shortens the marks of an axis. */
    private record Power(int zeros, String letter) {
        static Power of(BigDecimal largest) {
            if (largest.compareTo(BigDecimal.valueOf(10_000)) < 0) {
                return new Power(0, "");
            }
            if (largest.compareTo(MILLION) < 0) {
                return new Power(3, "k");
            }
            if (largest.compareTo(MILLION.movePointRight(3)) < 0) {
                return new Power(6, "M");
            }
            return largest.compareTo(MANY) < 0 ? new Power(9, "bn") : new Power(12, "tn");
        }
    }
}
