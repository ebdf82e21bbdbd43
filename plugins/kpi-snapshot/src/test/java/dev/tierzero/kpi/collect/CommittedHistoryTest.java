package dev.tierzero.kpi.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.api.Dataset;
import dev.tierzero.kpi.TestSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code tier0 data refresh} writes, and what is read of it. */
final class CommittedHistoryTest {

    private static final String FILE =
            "- { id: adoption, title: A, definition: D, unit: \"%\", owner: o, source: { type: file } }\n";
    private static final String HISTORY = """
            observed-at,fetched-at,value,group
            2026-11-09T00:00:00Z,2026-11-09T06:00:00Z,73,158
            2026-11-16T00:00:00Z,2026-11-16T06:00:00Z,79.5,171
            """;

    private final FaultServer server = new FaultServer();

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aNewValueIsAddedToTheHistoryAndTheOldOnesStay() {
        server.on("/v", e -> e.json("{\"value\": 81, \"at\": \"2026-11-20T00:00:00Z\", \"n\": 180}"));
        Dataset dataset = live("http-json", "value: /value, observed: /at, group: /n")
                .file("_data/kpi/adoption.csv", HISTORY)
                .collect();
        assertEquals(
                Map.of("kpi/adoption.csv", HISTORY + "2026-11-20T00:00:00Z,2026-11-20T12:00:00Z,81,180\n"),
                dataset.files());
    }

    @Test
    void timesOfFetchingAreWholeSeconds() {
        server.on("/v", e -> e.json("{\"value\": 81, \"at\": \"2026-11-20\"}"));
        Dataset dataset = live("http-json", "value: /value, observed: /at")
                .at(TestSite.NOON.plusNanos(93_791_162))
                .collect();
        assertEquals(
                Map.of(
                        "kpi/adoption.csv",
                        "observed-at,fetched-at,value,group\n2026-11-20T00:00:00Z,2026-11-20T12:00:00Z,81,\n"),
                dataset.files());
    }

    @Test
    void aValueThatIsOnlyConfirmedChangesNothing() {
        server.on("/v", e -> e.json("{\"value\": 79.50, \"at\": \"2026-11-16\", \"n\": 171}"));
        Dataset dataset = live("http-json", "value: /value, observed: /at, group: /n")
                .file("_data/kpi/adoption.csv", HISTORY)
                .collect();
        assertEquals(Map.of(), dataset.files());
    }

    @Test
    void aHistoryThatCannotBeReadWhollyIsNotWrittenOver() {
        server.on("/v", e -> e.json("{\"value\": 81, \"at\": \"2026-11-20\", \"n\": 180}"));
        String large = HISTORY + "\n".repeat(4 * 1024 * 1024);
        for (String faulty : List.of(HISTORY.replace("79.5", "79,5"), HISTORY.replace(",158", ",4"), large)) {
            Dataset dataset = live("http-json", "value: /value, observed: /at, group: /n")
                    .file("_data/kpi/adoption.csv", faulty)
                    .collect();
            assertEquals(Map.of(), dataset.files());
        }
    }

    @Test
    void aCorrectedValueReplacesTheOldOne() {
        server.on("/v", e -> e.json("{\"value\": 80, \"at\": \"2026-11-16\", \"n\": 171}"));
        Dataset dataset = live("http-json", "value: /value, observed: /at, group: /n")
                .file("_data/kpi/adoption.csv", HISTORY)
                .collect();
        String corrected = HISTORY.replace("2026-11-16T06:00:00Z,79.5", "2026-11-20T12:00:00Z,80");
        assertEquals(Map.of("kpi/adoption.csv", corrected), dataset.files());
    }

    @Test
    void aTableBringsItsWholeHistory() {
        server.on(
                "/v",
                e -> e.ok(
                        "text/csv",
                        "week;share\n2026-11-16;79,5\n2026-11-09;73\n"
                                .replace(",", ".")
                                .getBytes(StandardCharsets.UTF_8)));
        Dataset dataset =
                live("csv", "value: share, observed: week, separator: \";\"").collect();
        assertEquals(Map.of("kpi/adoption.csv", """
                        observed-at,fetched-at,value,group
                        2026-11-09T00:00:00Z,2026-11-20T12:00:00Z,73,
                        2026-11-16T00:00:00Z,2026-11-20T12:00:00Z,79.5,
                        """), dataset.files());
    }

    @Test
    void everyBadLineOfAHistoryIsAFindingAndLeftOut() {
        TestSite site = TestSite.of(FILE).file("_data/kpi/adoption.csv", """
                observed-at,fetched-at,value,group
                2026-11-09T00:00:00Z,2026-11-09T06:00:00Z,73,158
                2026-11-02,2026-11-09T06:00:00Z,73,158
                2026-11-10T00:00:00Z,2026-11-09T06:00:00Z,NaN,158
                2026-11-11T00:00:00Z,2026-11-09T06:00:00Z,73
                2026-11-12T00:00:00Z,2026-11-12T06:00:00Z,73,4
                2026-11-13T00:00:00Z,2026-11-13T06:00:00Z,101,
                2026-11-01T00:00:00Z,2026-11-01T06:00:00Z,62.5,
                """).file("_data/kpi/tickest.csv", HISTORY);
        String hint =
                " | write: observed-at,fetched-at,value,group, for example 2026-11-16T00:00:00Z,2026-11-16T06:00:00Z,71.4,171";
        assertEquals(
                List.of(
                        "kpi/adoption.csv:3 error KP030: the line is no observation: a time is not an instant" + hint,
                        "kpi/adoption.csv:4 error KP030: the line is no observation: the value is not a number, or not a finite one"
                                + hint,
                        "kpi/adoption.csv:5 error KP030: the line is no observation: it has 3 fields; four are expected"
                                + hint,
                        "kpi/adoption.csv:6 error KP043: the group is smaller than 5 | delete the line: a figure of so few people is about people",
                        "kpi/adoption.csv:7 error KP030: the value is outside 0 to 100 | correct it, or declare minimum and maximum of the KPI",
                        "kpi/adoption.csv:8 error KP031: the line is not later than the one above it | sort the lines by observed-at and keep one of each",
                        "kpi/tickest.csv warning KP032: no KPI has this history | declare the KPI in kpis.yaml, correct the file's name, or delete it"),
                site.findings());
        assertEquals(2, site.snapshots().of("adoption").observations().size());
    }

    private TestSite live(String type, String keys) {
        return TestSite.of(
                "- { id: adoption, title: A, definition: D, unit: \"%%\", owner: o, source: { type: %s, url: \"http://127.0.0.1:%d/v\", %s } }"
                        .formatted(type, server.port(), keys));
    }
}
