package dev.tierzero.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tierzero.model.Settings;
import dev.tierzero.model.SupportHours;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody answers, as it is written and as it is told. */
final class HoursSettingsTest {

    private static SupportHours hours(String written) throws SettingsException {
        String text = "support:\n  - title: A\n    hours: " + written + "\n";
        return SettingsFile.parse("site.yaml", text.getBytes(StandardCharsets.UTF_8), Settings.standard("A"))
                .support()
                .get(0)
                .hours()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            always                                                                   | At any time
            {days: mon-sun, from: "00:00", to: "24:00", zone: UTC}                   | At any time
            {days: mon-fri, from: "09:00", to: "17:00", zone: Europe/Berlin}         | Monday to Friday 09:00–17:00 (Europe/Berlin)
            {days: "mon, wed, fri", from: "09:00", to: "17:00", zone: Asia/Kolkata}  | Monday, Wednesday, Friday 09:00–17:00 (Asia/Kolkata)
            {days: "sat-mon", from: "22:00", to: "06:00", zone: America/New_York}    | Monday, Saturday, Sunday 22:00–06:00 on the next day (America/New_York)
            """)
    void hoursAreToldInWords(String written, String text) throws Exception {
        assertEquals(text, hours(written).text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            24/7                                                        | site.yaml:3:12: "support.hours" takes "always", or a map with days, from, to and zone, not "24/7"
            {days: mo-fr, from: "09:00", to: "17:00", zone: UTC}        | site.yaml:3:19: "support.hours.days" takes days such as mon-fri, or mon, wed, fri, not "mo-fr"; days are mon, tue, wed, thu, fri, sat, sun
            {days: mon-fri, from: 9, to: "17:00", zone: UTC}            | site.yaml:3:34: "support.hours.from" takes a time such as "09:00", in quotes, not "9"
            {days: mon-fri, from: "09:00", to: "09:00", zone: UTC}      | site.yaml:3:47: "support.hours.to" is the same as "from"; around the clock is written hours: always
            {days: mon-fri, from: "09:00", to: "17:00", zone: Europe/Berlim} | site.yaml:3:62: "support.hours.zone" takes a time zone such as Europe/Berlin, or UTC, not "Europe/Berlim"; did you mean "Europe/Berlin"?
            {days: mon-fri, from: "09:00", to: "17:00", zone: "+01:00"} | site.yaml:3:62: "support.hours.zone" takes a time zone such as Europe/Berlin, or UTC, not "+01:00"
            {days: mon-fri, from: "09:00", to: "17:00", zone: UTC, holidays: [25.12.]} | site.yaml:3:77: "support.hours.holidays" takes days such as 2026-12-25, not "25.12."
            """)
    void whatMakesNoSenseIsRefusedWithItsPlace(String written, String message) {
        assertEquals(
                message,
                assertThrows(SettingsException.class, () -> hours(written)).getMessage());
    }
}
