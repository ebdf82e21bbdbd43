package dev.tierzero.coverage;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A quarter of a year.
 *
 * @param number 1–4
 */
record Quarter(int year, int number) implements Comparable<Quarter> {

    static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    /** Reads {@code 2026-Q4}. */
    static Optional<Quarter> parse(String text) {
        return text.matches("[1-9]\\d{3}-Q[1-4]")
                ? Optional.of(new Quarter(Integer.parseInt(text.substring(0, 4)), text.charAt(6) - '0'))
                : Optional.empty();
    }

    Quarter plus(int quarters) {
        int index = year * 4 + number - 1 + quarters;
        return new Quarter(index / 4, index % 4 + 1);
    }

    LocalDate lastDay() {
        return LocalDate.of(year, number * 3, 1).plusMonths(1).minusDays(1);
    }

    @Override
    public int compareTo(Quarter other) {
        return Integer.compare(year * 4 + number, other.year * 4 + other.number);
    }

    @Override
    public String toString() {
        return year + " Q" + number;
    }
}
