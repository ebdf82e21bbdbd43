package dev.tierzero.kpi.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers for readers: comma between thousands, point before decimals, whatever the machine's language. */
public final class Figures {

    private Figures() {}

    /** A number with at most two decimals, half away from zero, without trailing zeros: {@code 1,234.5}. */
    public static String text(BigDecimal value) {
        return text(value, 2);
    }

    /** A number with at most so many decimals. */
    public static String text(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        String plain = (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.abs()).toPlainString();
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        for (int at = point - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return rounded.signum() < 0 ? "-" + text : text.toString();
    }
}
