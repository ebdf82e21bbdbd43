package dev.tierzero.kpi.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Dataset;
import dev.tierzero.kpi.TestSite;
import dev.tierzero.kpi.model.Observation;
import dev.tierzero.kpi.model.Snapshot;
import dev.tierzero.kpi.model.Snapshots;
import dev.tierzero.kpi.model.State;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CollectionTest {

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
    void committedFiguresAreTheSnapshotOfAFileSource() {
        TestSite site = TestSite.of(FILE).file("_data/kpi/adoption.csv", HISTORY);
        Snapshot snapshot = site.snapshots().of("adoption");
        assertEquals(State.FRESH, snapshot.state());
        assertEquals(2, snapshot.observations().size());
        assertEquals(Optional.empty(), snapshot.lastAttempt());
        assertEquals(Map.of(), site.collect().files());
    }

    @Test
    void committedFiguresGiveTheSameTextOnEveryDay() {
        TestSite site = TestSite.of(FILE).file("_data/kpi/adoption.csv", HISTORY);
        assertEquals(
                site.collect().text(),
                site.at(Instant.parse("2031-01-01T00:00:00Z")).collect().text());
    }

    @Test
    void withoutAnyFigureThereIsNoData() {
        assertEquals(Snapshot.none("adoption"), TestSite.of(FILE).snapshots().of("adoption"));
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
    void aValueThatIsOnlyConfirmedChangesNothing() {
        server.on("/v", e -> e.json("{\"value\": 79.50, \"at\": \"2026-11-16\", \"n\": 171}"));
        Dataset dataset = live("http-json", "value: /value, observed: /at, group: /n")
                .file("_data/kpi/adoption.csv", HISTORY)
                .collect();
        assertEquals(Map.of(), dataset.files());
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
    void whereTheSourceNamesNoTimeTheTimeOfFetchingStandsAndTheObservationSaysSo() {
        server.on("/v", e -> e.json("{\"value\": 81}"));
        Observation last = live("http-json", "value: /value")
                .snapshots()
                .of("adoption")
                .last()
                .orElseThrow();
        assertEquals(TestSite.NOON, last.observedAt());
        assertEquals(false, last.isDated());
    }

    @Test
    void ofTheLastBuildOnlyAValueNewerThanTheHistoryIsTaken() {
        TestSite site = TestSite.of(FILE).file("_data/kpi/adoption.csv", HISTORY);
        assertEquals(
                2,
                site.previous(cached("2026-11-10T00:00:00Z", "75"))
                        .snapshots()
                        .of("adoption")
                        .observations()
                        .size());
        assertEquals(
                3,
                site.previous(cached("2026-11-18T00:00:00Z", "80"))
                        .snapshots()
                        .of("adoption")
                        .observations()
                        .size());
        assertEquals(
                2,
                site.previous(cached("2026-11-18T00:00:00Z", "120"))
                        .snapshots()
                        .of("adoption")
                        .observations()
                        .size());
        assertEquals(
                2,
                site.previous("damaged")
                        .snapshots()
                        .of("adoption")
                        .observations()
                        .size());
    }

    private static String cached(String observed, String value) {
        Observation observation = Observation.of(Instant.parse(observed), TestSite.NOON, new BigDecimal(value));
        return new Snapshots(List.of(new Snapshot("adoption", State.FRESH, List.of(observation), "", Optional.empty())))
                .text();
    }

    @Test
    void twoKpisOfTheSameQuestionShareOneAnswer() {
        server.on("/v", e -> e.json("{\"a\": 1, \"b\": 2}"));
        String url = "http://127.0.0.1:" + server.port() + "/v";
        Snapshots snapshots = TestSite.of("""
                - { id: a, title: A, unit: count, source: { type: http-json, url: "%s", value: /a } }
                - { id: b, title: B, unit: count, source: { type: http-json, url: "%s", value: /b } }
                """.formatted(url, url)).snapshots();
        assertEquals(BigDecimal.ONE, snapshots.of("a").last().orElseThrow().value());
        assertEquals(
                BigDecimal.valueOf(2), snapshots.of("b").last().orElseThrow().value());
        assertEquals(1, server.asked("/v"));
    }

    @Test
    void aShareOfOneBecomesAPercentageByItsScale() {
        server.on("/v", e -> e.json("{\"value\": 0.795}"));
        assertEquals(
                new BigDecimal("79.5"),
                live("http-json", "value: /value, scale: 100")
                        .snapshots()
                        .of("adoption")
                        .last()
                        .orElseThrow()
                        .value());
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
    void ofATableOnlyTheRowsOfSmallGroupsAreWithheld() {
        server.on(
                "/v",
                e -> e.ok(
                        "text/csv",
                        "week,share,n\n2026-11-09,73,4\n2026-11-16,79.5,5\n".getBytes(StandardCharsets.UTF_8)));
        Snapshot snapshot = live("csv", "value: share, observed: week, group: n")
                .snapshots()
                .of("adoption");
        assertEquals(
                List.of(new BigDecimal("79.5")),
                snapshot.observations().stream().map(Observation::value).toList());
        assertEquals(State.FRESH, snapshot.state());
    }

    @Test
    void nothingOfAWithheldValueIsKept() {
        server.on("/v", e -> e.json("{\"value\": 66.6, \"n\": 3}"));
        Dataset dataset = live("http-json", "value: /value, group: /n").collect();
        assertEquals(Map.of(), dataset.files());
        assertTrue(!dataset.toString().contains("66.6"), dataset::toString);
        assertEquals(
                List.of(
                        "kpis.yaml:1:97 warning KP042: adoption has no new value: withheld: group smaller than 5 | show the figure of a larger group; nothing of this one was kept"),
                live("http-json", "value: /value, group: /n").findings());
    }

    @Test
    void aTableOfTheSiteIsReadOfflineToo() {
        TestSite site = TestSite.of(
                        "- { id: a, title: A, unit: count, source: { type: csv, path: _data/exports/t.csv, value: n, observed: week } }")
                .file("_data/exports/t.csv", "week,n\n2026-11-16,3\n")
                .offline();
        Snapshot snapshot = site.snapshots().of("a");
        assertEquals(BigDecimal.valueOf(3), snapshot.last().orElseThrow().value());
        assertEquals(Optional.empty(), snapshot.lastAttempt());
    }

    @Test
    void aTableThatTheSiteDoesNotHaveIsNoData() {
        TestSite site =
                TestSite.of("- { id: a, title: A, unit: count, source: { type: csv, path: _data/x.csv, value: n } }");
        assertEquals("there is no such file", site.snapshots().of("a").problem());
        assertEquals(State.NO_DATA, site.snapshots().of("a").state());
    }

    @Test
    void aRangeAsksForTheSameMondaysWheneverItRuns() {
        List<String> heads = new CopyOnWriteArrayList<>();
        server.on("/v/api/v1/query_range", e -> {
            heads.add(e.head().lines().findFirst().orElse(""));
            e.json(
                    "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":[[1793577600,\"73\"],[1794182400,\"76\"],[1794787200,\"79.5\"]]}]}}");
        });
        TestSite site = live("prometheus", "query: adoption, range: 2 weeks, step: 7 days");
        assertEquals(
                List.of("2026-11-02T00:00:00Z", "2026-11-09T00:00:00Z", "2026-11-16T00:00:00Z"),
                site.snapshots().of("adoption").observations().stream()
                        .map(o -> o.observedAt().toString())
                        .toList());
        site.at(TestSite.NOON.plusSeconds(86_400)).collect();
        String asked = "GET /v/api/v1/query_range?query=adoption&start=1793577600&end=1794787200&step=604800 HTTP/1.1";
        assertEquals(List.of(asked, asked), heads);
    }

    @Test
    void severalSeriesBecomeOneByADeclaredAggregate() {
        server.on(
                "/v/api/v1/query",
                e -> e.json(
                        "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":["
                                + "{\"metric\":{\"job\":\"a\"},\"value\":[1795168800,\"10\"]},{\"metric\":{\"job\":\"b\"},\"value\":[1795168800,\"20\"]}]}}"));
        for (Map.Entry<String, Integer> expected :
                Map.of("sum", 30, "avg", 15, "min", 10, "max", 20).entrySet()) {
            Snapshot snapshot = live("prometheus", "query: x, aggregate: " + expected.getKey())
                    .snapshots()
                    .of("adoption");
            assertEquals(
                    BigDecimal.valueOf(expected.getValue()),
                    snapshot.last().orElseThrow().value());
        }
    }

    @Test
    void theTimeOfASampleIsAskedForApart() {
        server.on(
                "/v/api/v1/query",
                e -> e.json("{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1795168800,\""
                        + (e.head().contains("query=timestamp") ? "1794787200" : "79.5") + "\"]}}"));
        Observation last = live("prometheus", "query: adoption, observed: timestamp(adoption)")
                .snapshots()
                .of("adoption")
                .last()
                .orElseThrow();
        assertEquals("2026-11-16T00:00:00Z", last.observedAt().toString());
        assertEquals(new BigDecimal("79.5"), last.value());
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
