package dev.tierzero.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpanTest {

    @ParameterizedTest
    @CsvSource({
        "90 s, PT90S",
        "45 min, PT45M",
        "4 h, PT4H",
        "2 days, P2D",
        "1-2 h, PT2H",
        "1 – 2 hours, PT2H",
        "30 to 45 minutes, PT45M",
        "up to 4 h, PT4H",
        "<= 1.5 h, PT1H30M",
        "'1,5 h', PT1H30M",
        "1 h 30 min, PT1H30M",
        "1 h 30 minutes, PT1H30M",
        "1 h and 30 min by day, PT1H30M",
        "1 h 30 min: by day, PT1H30M",
        "1 h 30 min/host, PT1H30M",
        "1 h 30 min) by day, PT1H30M",
        "2 hours 15 m, PT2H15M",
        "4 h on working days, PT4H",
        "2 h 3 hosts at most, PT2H",
        "30 min 2 stores, PT30M",
        "'4 h, 2 h by day', PT4H",
        "1 week, P7D",
        "PT2H, PT2H",
        "not decided, ''",
        "half an hour, ''",
        "4, ''",
        "4 hops, ''",
        "9999999 h, ''",
        "P, ''",
        "'', ''"
    })
    void theTimeThatATextBeginsWithIsReadOfARangeItsUpperEnd(String text, String expected) {
        Optional<Duration> time = expected.isEmpty() ? Optional.empty() : Optional.of(Duration.parse(expected));
        assertEquals(time, TimeSpan.of(text));
    }
}
