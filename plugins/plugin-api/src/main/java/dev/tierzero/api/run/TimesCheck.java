package dev.tierzero.api.run;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.SourcePosition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the times of a record against one another. */
final class TimesCheck {

    /** Every time in a record is rounded to a second on its own. */
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    private final Fields fields;
    private final RunRecord run;

    TimesCheck(Fields fields, RunRecord run) {
        this.fields = fields;
        this.run = run;
    }

    void check() {
        Optional<Instant> outage = fields.instant("outage-start");
        Optional<Instant> began = fields.instant("began");
        Optional<Instant> ended = fields.instant("ended");
        actions();
        Optional<Instant> first =
                Stream.of(outage, began).flatMap(Optional::stream).min(Comparator.naturalOrder());
        if (ended.isPresent()) {
            boolean afterOutage = isInOrder("outage-start", outage, ended.get());
            boolean afterBegin = isInOrder("began", began, ended.get());
            if (afterOutage && afterBegin) {
                outage.ifPresent(start -> took(Duration.between(start, ended.get())));
                steps(first, ended.get());
            }
        }
        outage.ifPresent(start -> run.zone().ifPresent(zone -> local(start, began, zone)));
        log();
    }

    private boolean isInOrder(String key, Optional<Instant> start, Instant end) {
        Optional<Instant> later = start.filter(end::isBefore);
        later.ifPresent(time -> fault(
                fields.data().position("ended"),
                "the run ended at " + end + ", before " + key + " at " + time,
                "correct the time that is wrong; times are written with their offset, or as UTC with Z"));
        return later.isEmpty();
    }

    private void took(Duration between) {
        if (!run.timeToRecovery().isZero()
                && between.minus(run.timeToRecovery()).abs().compareTo(ROUNDING) > 0) {
            fault(
                    run.at("time-to-recovery"),
                    "time-to-recovery is " + clock(run.timeToRecovery()) + ", but from outage-start to ended it is "
                            + clock(between),
                    "write \"time-to-recovery: " + clock(between) + "\", or correct the time that is wrong");
        }
    }

    private static String clock(Duration time) {
        return String.format(Locale.ROOT, "%02d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    /** The day and time of day are those of the outage in the record's time zone, whatever zone the reader is in. */
    private void local(Instant outage, Optional<Instant> began, ZoneId zone) {
        LocalDateTime start = LocalDateTime.ofInstant(outage, zone);
        boolean sameDay = run.date().equals(RunReading.NO_DATE)
                || run.date().equals(start.toLocalDate())
                || began.filter(time -> LocalDateTime.ofInstant(time, zone)
                                .toLocalDate()
                                .equals(run.date()))
                        .isPresent();
        if (!sameDay) {
            fault(
                    run.at("date"),
                    "date is " + run.date() + ", but outage-start was on " + start.toLocalDate() + " in " + zone,
                    "write the local day on which the outage began");
        }
        String time = start.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
        if (!run.start().isEmpty() && !run.start().equals(time)) {
            fault(
                    run.at("start"),
                    "start is " + run.start() + ", but outage-start was at " + time + " in " + zone,
                    "write the local time of day at which the outage began");
        }
    }

    private void actions() {
        int before = 0;
        List<DataNode> items = fields.data().get("actions").map(DataNode::items).orElse(List.of());
        for (DataNode item : items) {
            String text = item.text().orElse("");
            if (text.matches("(?s)\\d{1,5}: .*")) {
                int minute = Integer.parseInt(text.substring(0, text.indexOf(':')));
                if (minute < before) {
                    fault(
                            item.position(),
                            "minute " + minute + " comes after minute " + before,
                            "put the actions into the order in which they were done, or correct the minute");
                }
                before = Math.max(before, minute);
            }
        }
    }

    /** Steps may be ticked in any order, but not outside the run. */
    private void steps(Optional<Instant> first, Instant end) {
        Map<SourcePosition, SourcePosition> places =
                fields.data().get("steps").map(DataNode::items).orElse(List.of()).stream()
                        .collect(Collectors.toMap(DataNode::position, item -> item.position("at"), (one, same) -> one));
        for (RunStep step : run.steps()) {
            SourcePosition at = places.getOrDefault(step.position(), step.position());
            step.at()
                    .filter(time -> time.isAfter(end.plus(ROUNDING)))
                    .ifPresent(time -> fault(
                            at,
                            "the step was done at " + time + ", after the run ended at " + end,
                            "correct the time that is wrong"));
            step.at()
                    .filter(time -> first.filter(time.plus(ROUNDING)::isBefore).isPresent())
                    .ifPresent(time -> fault(
                            at,
                            "the step was done at " + time + ", before the run began",
                            "correct the time that is wrong"));
        }
    }

    /** Entries are in the order of the run's own clock, which goes on where the clock on the wall was set back. */
    private void log() {
        Instant before = Instant.MIN;
        for (DataNode item : fields.items("log")) {
            if (item.kind() != DataNode.Kind.MAP) {
                fields.fault(item.position(), "an entry of the log is a map of fields", "export the record again");
                return;
            }
            Instant at = fields.within("log entry", item)
                    .instant("at")
                    .map(wall -> item.number("t").map(TimesCheck::instant).orElse(wall))
                    .orElse(before);
            if (at.isBefore(before)) {
                fault(
                        item.position("at"),
                        "the log goes back in time: " + at + " comes after " + before,
                        "put the entries into the order of their times");
                return;
            }
            before = at;
        }
    }

    private static Instant instant(BigDecimal milliseconds) {
        BigDecimal limit = BigDecimal.valueOf(Long.MAX_VALUE);
        return Instant.ofEpochMilli(milliseconds.abs().compareTo(limit) < 0 ? milliseconds.longValue() : 0L);
    }

    private void fault(SourcePosition at, String message, String hint) {
        fields.faults().add(new RunFault(RunFault.Kind.TIMES, at, message, hint));
    }
}
