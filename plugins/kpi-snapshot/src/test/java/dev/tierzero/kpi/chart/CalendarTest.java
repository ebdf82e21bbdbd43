package dev.tierzero.kpi.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class CalendarTest {

    private static String labels(String from, String to) {
        return Calendar.marks(LocalDate.parse(from), LocalDate.parse(to), 8).stream()
                .map(Calendar.Mark::label)
                .collect(Collectors.joining(" | "));
    }

    @Test
    void aWeekIsMarkedByDays() {
        assertEquals("28 Nov | 29 Nov | 30 Nov | 1 Dec", labels("2026-11-28", "2026-12-01"));
    }

    @Test
    void someWeeksAreMarkedByMondays() {
        assertEquals("5 Oct | 12 Oct | 19 Oct | 26 Oct", labels("2026-10-01", "2026-10-31"));
    }

    @Test
    void aYearIsMarkedByQuartersWithTheYearWhereItBegins() {
        assertEquals("Apr 2026 | Jul | Oct | Jan 2027", labels("2026-02-10", "2027-03-01"));
    }

    @Test
    void longTimesAreMarkedByYears() {
        assertEquals("2021 | 2022 | 2023 | 2024 | 2025", labels("2020-05-01", "2025-06-01"));
        assertEquals("1900 | 2000 | 2100", labels("1850-01-01", "2199-01-01"));
    }

    @Test
    void aHalfYearIsMarkedByMonths() {
        assertEquals("Nov 2026 | Dec | Jan 2027 | Feb | Mar", labels("2026-10-20", "2027-03-20"));
    }
}
