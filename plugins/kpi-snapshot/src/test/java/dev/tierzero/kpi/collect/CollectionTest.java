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

    private TestSite live(String type, String keys) {
        return TestSite.of(
                "- { id: adoption, title: A, definition: D, unit: \"%%\", owner: o, source: { type: %s, url: \"http://127.0.0.1:%d/v\", %s } }"
                        .formatted(type, server.port(), keys));
    }
}
