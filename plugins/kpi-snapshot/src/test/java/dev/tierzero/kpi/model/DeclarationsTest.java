package dev.tierzero.kpi.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.kpi.TestSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DeclarationsTest {

    private static final String FIXED =
            "write { operator: \"<\", value: 90 }; or by-stage, by-date, declining, or value with tolerance";

    @Test
    void aKpiSaysAllThatItsPageNeeds() {
        TestSite site = TestSite.of("""
                - id: startup-p95
                  title: Cold start
                  definition: Time to a sandbox that accepts SSH
                  formula: percentile(cold_start_seconds, 95)
                  audience: developers
                  unit: s
                  direction: down
                  baseline: 128.4
                  minimum: 1
                  maximum: 900
                  target: { operator: "<", value: 90 }
                  owner: platform-team
                  cadence: weekly
                  max-age: 10 days
                  minimum-group: 8
                  note: Warm starts apart
                  demo: true
                  source: { type: file, about: Telemetry }
                """);
        Kpi kpi = Declarations.of(site).kpi("startup-p95").orElseThrow();
        assertEquals(Direction.DOWN, kpi.direction());
        assertEquals(Optional.of(new BigDecimal("128.4")), kpi.baseline());
        assertEquals(new Target.Fixed(Operator.BELOW, BigDecimal.valueOf(90)), kpi.target());
        assertEquals("1 to 900", kpi.range().toString());
        assertEquals(Duration.ofDays(10), kpi.maxAge());
        assertEquals(8, kpi.minimumGroup());
        assertEquals(Source.Type.FILE, kpi.source().type());
        assertEquals("Telemetry", kpi.source().about());
        assertEquals("developers", kpi.audience());
        assertEquals("_data/kpi/startup-p95.csv", kpi.historyPath());
        assertEquals("content/_data/kpis.yaml:1:3", kpi.position().toString());
        assertEquals(List.of(), Declarations.of(site).findings());
    }

    @Test
    void withoutMuchSaidAWeeklyFigureMayBeTwoWeeksOldAndHasNoTarget() {
        Kpi kpi = Declarations.of(TestSite.of("- { id: a, title: A, unit: count }"))
                .kpis()
                .get(0);
        assertEquals(Duration.ofDays(14), kpi.maxAge());
        assertEquals(5, kpi.minimumGroup());
        assertEquals(new Target.None(), kpi.target());
        assertEquals(Direction.NONE, kpi.direction());
    }

    @Test
    void everyFormOfATargetIsRead() {
        TestSite site = TestSite.of("""
                        - { id: a, unit: "%", target: { operator: ">", by-stage: [{ stage: pilot, value: 5 }] } }
                        - { id: b, unit: count, target: { operator: ">=", by-date: [{ from: 2026-09-01, value: 20 }, { from: 2026-12-01, value: 35 }] } }
                        - { id: c, unit: count, target: { declining: 4 } }
                        - { id: d, unit: "%", target: { value: 70, tolerance: 5 } }
                        """).file("_data/stages.yaml", "- { id: pilot, title: Pilot, from: 2026-08-03 }");
        Declarations declarations = Declarations.of(site);
        assertEquals(List.of(), declarations.findings());
        assertEquals(
                List.of("ByStage", "ByDate", "Declining", "Within"),
                declarations.kpis().stream()
                        .map(kpi -> kpi.target().getClass().getSimpleName())
                        .toList());
    }

    @Test
    void everyFaultOfADeclarationIsReportedAtItsPlace() {
        TestSite site = TestSite.of("""
                        - { id: a, unit: furlong }
                        - { id: b, unit: count, target: { value: 3 } }
                        - { id: b, unit: count, max-age: soon }
                        - { id: c, unit: "%", baseline: 120, target: { operator: "<", value: -1 } }
                        - { id: d, unit: count, minimum: 9, maximum: 1 }
                        - { id: e, unit: count, target: { operator: "<", by-stage: [{ stage: pilot, value: 5 }] } }
                        - { id: f, unit: count, target: { value: 3, declining: 2 } }
                        - { id: g, unit: count, target: { operator: "<", by-date: [{ from: 2026-02-01, value: 1 }, { from: 2026-01-01, value: 2 }] } }
                        - { id: h, unit: count, target: { declining: 0 } }
                        - { id: i, unit: count, target: { operator: "<" } }
                        """);
        assertEquals(
                List.of(
                        "kpis.yaml:1:18 error KP001: \"furlong\" is no unit | write one of: count, %, s, min, h, days, score, a currency such as EUR, or tickets/week",
                        "kpis.yaml:2:33 error KP002: the target has no operator | " + FIXED,
                        "kpis.yaml:3:34 error KP004: \"soon\" is no length of time | write for example: 14 days",
                        "kpis.yaml:4:33 error KP005: the baseline 120 is outside 0 to 100 | correct it, or declare minimum or maximum",
                        "kpis.yaml:4:46 error KP005: the target -1 is outside 0 to 100 | correct it, or declare minimum or maximum",
                        "kpis.yaml:5:34 error KP005: no value lies between minimum and maximum | exchange the two",
                        "kpis.yaml:6:70 error KP003: the target names the stage \"pilot\", which is not declared | declare it in stages.yaml",
                        "kpis.yaml:7:33 error KP002: the target has several forms: value, declining | " + FIXED,
                        "kpis.yaml:8:92 error KP002: the steps of the target are not in the order of time | " + FIXED,
                        "kpis.yaml:9:33 error KP002: declining takes the number of values before the last, 1 to 520 | "
                                + FIXED,
                        "kpis.yaml:10:33 error KP002: the target says nothing | " + FIXED),
                site.findings());
    }

    @Test
    void stagesComeInTheOrderOfTime() {
        TestSite site = TestSite.of("[]")
                .file("_data/stages.yaml", """
                        - { id: pilot, title: Pilot, from: 2026-08-03 }
                        - { id: early, title: Early, from: 2026-08-01 }
                        - { id: done, title: Done }
                        - { id: late, title: Late, from: soon }
                        """)
                .file(
                        "_data/events.yaml",
                        "- { date: 2026-10-06, title: B }\n- { date: 2026-09-14, title: A }\n- { date: 2026-13-01, title: C }");
        assertEquals(
                List.of(
                        "events.yaml:3:11 error KP006: date is not a date | write it as year-month-day: 2026-11-20",
                        "stages.yaml:2:36 error KP006: the stage early begins before the stage above it | list stages in the order of time; one without a date comes last",
                        "stages.yaml:4:34 error KP006: from is not a date | write it as year-month-day: 2026-11-20"),
                site.findings());
        assertEquals(
                List.of("A", "B"),
                Declarations.of(site).events().stream().map(Event::title).toList());
    }

    @Test
    void aSourceHasTheKeysOfItsTypeAndNoOther() {
        TestSite site = TestSite.of("""
                - { id: a, unit: count, source: { type: prometheus, url: "https://127.0.0.1", value: /x } }
                - { id: b, unit: count, source: { type: csv, value: v } }
                - { id: c, unit: count, source: { type: file, url: "https://127.0.0.1" } }
                - { id: d, unit: count, source: { type: prometheus, url: "https://127.0.0.1", query: up, range: 12 weeks } }
                - { id: e, unit: count, source: { type: prometheus, url: "https://127.0.0.1", query: up, range: 12 weeks, step: 7 } }
                """);
        assertEquals(
                List.of(
                        "kpis.yaml:1:41 error KP007: a source of type prometheus needs query | add \"query: …\"",
                        "kpis.yaml:1:86 error KP007: a source of type prometheus has no value | delete it",
                        "kpis.yaml:2:41 error KP007: a source of type csv is either a url or a path | keep one of: url, path",
                        "kpis.yaml:3:52 error KP007: a source of type file has no url | delete it",
                        "kpis.yaml:4:41 error KP007: range and step belong together | write for example: range: 12 weeks, step: 7 days",
                        "kpis.yaml:5:113 error KP004: \"7\" is no length of time | write for example: 7 days"),
                site.findings());
    }

    /** The portal's own declarations and histories. */
    @Test
    void aiBoxDeclaresItsKpisWithoutAFinding() {
        Path content = Path.of("../../content");
        TestSite site = TestSite.of("");
        try (Stream<Path> files = Files.walk(content.resolve("_data"))) {
            for (Path file : files.filter(f -> f.toString().matches(".*(kpis|stages|events)\\.yaml|.*/kpi/.*\\.csv"))
                    .toList()) {
                String path = content.relativize(file).toString().replace('\\', '/');
                site = site.file(path, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertEquals(List.of(), site.offline().findings());
        Snapshots snapshots = site.offline().snapshots();
        assertEquals(
                List.of("adoption", "startup-p95", "tickets", "fallback", "security-events"),
                snapshots.all().stream().map(Snapshot::kpi).toList());
        assertEquals(
                List.of(15, 15, 15, 15, 15),
                snapshots.all().stream().map(s -> s.observations().size()).toList());
    }
}
