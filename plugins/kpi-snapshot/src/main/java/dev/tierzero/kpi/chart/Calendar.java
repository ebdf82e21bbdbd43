package dev.tierzero.kpi.chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The level axis: days, all in UTC. */
final class Calendar {

    private static final List<String> NAMES =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    /** A day with its label. */
    record Mark(LocalDate day, String label) {}

    private enum Step {
        DAYS(1, 0),
        WEEKS(7, 0),
        FORTNIGHTS(14, 0),
        MONTHS(0, 1),
        QUARTERS(0, 3),
        YEARS(0, 12),
        FIVE_YEARS(0, 60),
        DECADES(0, 120),
        CENTURIES(0, 1200);

        private final int days;
        private final int months;

        Step(int days, int months) {
            this.days = days;
            this.months = months;
        }

        LocalDate first(LocalDate from) {
            if (days == 1) {
                return from;
            }
            if (months == 0) {
                return from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            }
            long index = from.getYear() * 12L + from.getMonthValue() - 1;
            long begun = Math.floorDiv(index, months) * months;
            boolean exact = begun == index && from.getDayOfMonth() == 1;
            long month = exact ? begun : begun + months;
            return LocalDate.of((int) Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
        }

        LocalDate next(LocalDate day) {
            return day.plusDays(days).plusMonths(months);
        }

        String label(LocalDate day) {
            if (months >= 12) {
                return String.valueOf(day.getYear());
            }
            String month = NAMES.get(day.getMonthValue() - 1);
            return months == 0 ? day.getDayOfMonth() + " " + month : month;
        }
    }

    private Calendar() {}

    /** Marks from one day to another, ascending, as many as fit and no more; none when not even one year's beginning lies between. */
    static List<Mark> marks(LocalDate from, LocalDate to, int most) {
        return Stream.of(Step.values())
                .map(step -> marks(from, to, step, most))
                .filter(marks -> marks.size() <= most)
                .findFirst()
                .orElse(List.of());
    }

    private static List<Mark> marks(LocalDate from, LocalDate to, Step step, int most) {
        List<Mark> marks = new ArrayList<>();
        for (LocalDate day = step.first(from); !day.isAfter(to) && marks.size() <= most; day = step.next(day)) {
            marks.add(new Mark(day, withYear(step, day, marks)));
        }
        return marks;
    }

    /** The year stands with the first mark of each year, where months alone would leave it open. */
    private static String withYear(Step step, LocalDate day, List<Mark> before) {
        boolean newYear =
                before.isEmpty() || before.get(before.size() - 1).day().getYear() != day.getYear();
        return step.months > 0 && step.months < 12 && newYear ? step.label(day) + " " + day.getYear() : step.label(day);
    }
}
