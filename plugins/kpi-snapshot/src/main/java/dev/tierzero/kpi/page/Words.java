package dev.tierzero.kpi.page;

import dev.tierzero.api.Html;
import dev.tierzero.kpi.chart.Notation;
import dev.tierzero.kpi.model.Cadence;
import dev.tierzero.kpi.model.Direction;
import dev.tierzero.kpi.model.Observation;
import dev.tierzero.kpi.model.Operator;
import dev.tierzero.kpi.model.Target;
import dev.tierzero.kpi.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The words for what is known of a KPI. */
public final class Words {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    /** The target of the day in signs, as {@code > 90 %}; empty when there is none. */
    static String target(Reading reading) {
        Notation notation = reading.notation();
        Target target = reading.kpi().target();
        if (target instanceof Target.Within within) {
            return notation.bare(within.value()) + " ± " + notation.value(within.tolerance());
        }
        return target.bound(reading.declared().stages(), reading.day())
                .map(bound -> bound(bound, notation))
                .orElseGet(() ->
                        target.text(reading.kpi().unit(), reading.declared().stages(), reading.day()));
    }

    /** A bound in signs: {@code > 90 %}. */
    static String bound(Target.Bound bound, Notation notation) {
        return bound(bound.operator(), notation.value(bound.value()));
    }

    static String bound(Operator operator, String value) {
        return operator.sign() + "\u00a0" + value;
    }

    /** An operator in words: {@code at least}. */
    public static String operator(Operator operator) {
        return switch (operator) {
            case ABOVE -> "above";
            case AT_LEAST -> "at least";
            case BELOW -> "below";
            case AT_MOST -> "at most";
            case EQUAL -> "exactly";
        };
    }

    /** A verdict as icon and word; the icon is for the eye alone. */
    public static Html verdict(Verdict verdict) {
        String icon =
                switch (verdict) {
                    case MET -> "✓";
                    case NOT_MET -> "✗";
                    case UNKNOWN -> "?";
                };
        return Html.element(
                        "span",
                        Html.element("span", icon).css("kpi-icon").attribute("aria-hidden", "true"),
                        Html.text(capital(verdict.words())))
                .css("kpi-verdict")
                .attribute("data-verdict", verdict.words().replace(' ', '-'));
    }

    /** The change against the value before, and whether it is one for the better; empty without a value before. */
    static Optional<String> trend(Reading reading) {
        return reading.previous().flatMap(before -> reading.last().map(last -> trend(reading, before, last)));
    }

    private static String trend(Reading reading, Observation before, Observation last) {
        var difference = last.value().subtract(before.value());
        String since = " since " + day(before.observedAt());
        if (difference.signum() == 0) {
            return "= unchanged" + since;
        }
        String arrow = difference.signum() > 0 ? "▲ " : "▼ ";
        Direction direction = reading.kpi().direction();
        boolean better = direction == (difference.signum() > 0 ? Direction.UP : Direction.DOWN);
        String judged = direction == Direction.NONE ? "" : better ? ", better" : ", worse";
        return arrow + reading.notation().change(difference) + since + judged;
    }

    /** A moment as its day; with the minute for KPIs that change within a day. */
    static Html time(Instant at, Cadence cadence) {
        return Html.element("time", stamp(at, cadence))
                .attribute("datetime", at.toString())
                .attribute("data-age", "");
    }

    static String stamp(Instant at, Cadence cadence) {
        return cadence == Cadence.HOURLY ? MINUTE.format(at) : day(at).toString();
    }

    /** A day. */
    public static Html time(LocalDate day) {
        return Html.element("time", day.toString()).attribute("datetime", day.toString());
    }

    static LocalDate day(Instant at) {
        return Reading.day(at);
    }

    /** A length of time in whole days or hours: {@code 14 days}. */
    public static String length(Duration length) {
        long hours = length.toHours();
        boolean days = hours >= 48 || hours == 24;
        long number = days ? length.toDays() : Math.max(1, hours);
        return number + (days ? " day" : " hour") + (number == 1 ? "" : "s");
    }

    static String better(Direction direction) {
        return switch (direction) {
            case UP -> "Up";
            case DOWN -> "Down";
            case NONE -> "Neither: the trend is watched";
        };
    }

    /** A text with a capital at its beginning. */
    public static String capital(String text) {
        return text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
