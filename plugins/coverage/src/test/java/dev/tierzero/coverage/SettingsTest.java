package dev.tierzero.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings that are not understood. */
final class SettingsTest {

    @ParameterizedTest
    @MethodSource("defects")
    void aDefectGivesExactlyItsFinding(String text, String by, String finding) {
        assertEquals(finding, GoodSite.with(text, by).findings());
    }

    static Stream<Arguments> defects() {
        return Stream.of(
                Arguments.of(
                        "drills-from: 2026-Q4",
                        "drills-form: 2026-Q4",
                        "site.yaml:2:14: error CV070: unknown setting plugins.coverage.drills-form -> did you mean drills-from?"),
                Arguments.of(
                        "drills-from: 2026-Q4",
                        "drills-from: 2026-Q5",
                        "site.yaml:2:14: error CV070: plugins.coverage.drills-from is no quarter: \"2026-Q5\" -> for example \"drills-from: 2026-Q4\""),
                Arguments.of(
                        "drills-from: 2026-Q4",
                        "severity: warn",
                        "site.yaml:2:11: error CV070: plugins.coverage.severity is \"warn\"; one of error, warning, info -> did you mean warning?"),
                Arguments.of(
                        "drills-from: 2026-Q4",
                        "page: ../up.html",
                        "site.yaml:2:7: error CV070: plugins.coverage.page is no path of a page: \"../up.html\" -> for example \"page: contribute/coverage.html\""),
                Arguments.of(
                        "drills-from: 2026-Q4",
                        "drill-every: often",
                        "site.yaml:2:14: error CV070: plugins.coverage.drill-every is no interval: \"often\" -> for example \"drill-every: 3 months\""));
    }
}
