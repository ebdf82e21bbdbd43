package dev.tierzero.kpi.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.kpi.TestSite;
import dev.tierzero.kpi.model.Observation;
import dev.tierzero.kpi.model.Snapshot;
import dev.tierzero.kpi.model.State;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Debian's Prometheus with a known history of the five KPIs, filled by its own promtool. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PrometheusServerTest {

    /** Prometheus tells its own time, so the history ends now. */
    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

    private final Instant sampled = now.minusSeconds(30);
    private final Instant monday = monday(now);
    private List<Program> running = List.of();
    private String address = "";

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Program.find("prometheus").isPresent()
                        && Program.find("promtool").isPresent(),
                "needs Prometheus: apt-get install prometheus");
        Path history = Files.writeString(folder.resolve("history.om"), openMetrics());
        Path data = folder.resolve("data");
        Program.run(List.of(
                path("promtool"), "tsdb", "create-blocks-from", "openmetrics", history.toString(), data.toString()));
        Path configuration = Files.writeString(folder.resolve("prometheus.yml"), "{}\n");
        Program prometheus = Program.start(
                List.of(
                        path("prometheus"),
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + data,
                        "--storage.tsdb.retention.time=1y",
                        "--web.listen-address=127.0.0.1:0"),
                "Server is ready to receive web requests");
        running = List.of(prometheus);
        Matcher port =
                Pattern.compile("Listening on\" address=127\\.0\\.0\\.1:(\\d+)").matcher(prometheus.output());
        assertTrue(port.find(), prometheus::output);
        address = "http://127.0.0.1:" + port.group(1);
    }

    @AfterAll
    void stop() throws InterruptedException {
        for (Program program : running) {
            program.stop();
        }
    }

    private static String path(String program) {
        return Program.find(program).orElseThrow().toString();
    }

    private static Instant monday(Instant now) {
        Instant origin = Instant.parse("1970-01-05T00:00:00Z");
        return origin.plus(Duration.ofDays(Duration.between(origin, now).toDays() / 7 * 7));
    }

    /** The weekly figures at the last five Mondays and now; the starts of the last days as a histogram. */
    private String openMetrics() {
        StringBuilder text = new StringBuilder();
        gauge(text, "aibox_active_developers", "", 67, 98, 125, 146, 159);
        gauge(text, "aibox_developers", "", 200, 200, 200, 200, 200);
        gauge(text, "aibox_tickets_week", "", 11, 8, 6, 4, 3);
        text.append("# TYPE aibox_fallback_sessions gauge\n");
        samples(text, "aibox_fallback_sessions{team=\"web\"}", 12, 11, 9, 8, 7);
        samples(text, "aibox_fallback_sessions{team=\"mobile\"}", 14, 9, 8, 6, 5);
        text.append("# TYPE aibox_security_events gauge\n");
        samples(text, "aibox_security_events{severity=\"high\"}", 1, 0, 2, 1, 1);
        samples(text, "aibox_security_events{severity=\"low\"}", 6, 4, 12, 10, 8);
        text.append("# TYPE aibox_cold_start_seconds histogram\n");
        int[] starts = {0, 20, 80, 98, 100};
        String[] bounds = {"15", "30", "60", "90", "+Inf"};
        for (int i = 0; i < bounds.length; i++) {
            for (int day = 10; day >= 0; day--) {
                text.append("aibox_cold_start_seconds_bucket{le=\"%s\"} %d %d\n"
                        .formatted(
                                bounds[i],
                                starts[i] * (11 - day),
                                sampled.minus(Duration.ofDays(day)).getEpochSecond()));
            }
        }
        return text.append("# EOF\n").toString();
    }

    private void gauge(StringBuilder text, String name, String labels, int... values) {
        text.append("# TYPE ").append(name).append(" gauge\n");
        samples(text, name + labels, values);
    }

    private void samples(StringBuilder text, String series, int... values) {
        for (int i = 0; i < values.length; i++) {
            Instant week = monday.minus(Duration.ofDays(7L * (values.length - 1 - i)));
            text.append("%s %d %d\n".formatted(series, values[i], week.getEpochSecond()));
        }
        text.append("%s %d %d\n".formatted(series, values[values.length - 1], sampled.getEpochSecond()));
    }

    @Test
    void adoptionIsReadWithTheTimeOfItsSampleAndTheSizeOfItsGroup() {
        Snapshot snapshot = collect("query: 100 * sum(aibox_active_developers) / sum(aibox_developers), "
                + "group: sum(aibox_developers), observed: timestamp(aibox_active_developers)");
        Observation last = snapshot.last().orElseThrow(() -> new AssertionError(snapshot.problem()));
        assertEquals(new Observation(sampled, now, new BigDecimal("79.5"), OptionalLong.of(200)), last);
        assertEquals(State.FRESH, snapshot.state());
    }

    @Test
    void coldStartIsAPercentileOfAHistogram() {
        Snapshot snapshot = collect(
                "query: \"histogram_quantile(0.95, sum by (le) (increase(aibox_cold_start_seconds_bucket[7d])))\"");
        assertEquals(
                new BigDecimal("85"),
                snapshot.last()
                        .orElseThrow(() -> new AssertionError(snapshot.problem()))
                        .value());
    }

    @Test
    void ticketsComeAsTheHistoryOfFiveMondays() {
        Snapshot snapshot = collect("query: sum(aibox_tickets_week), range: 4 weeks, step: 7 days");
        assertEquals(
                List.of("11", "8", "6", "4", "3"),
                snapshot.observations().stream()
                        .map(o -> o.value().toPlainString())
                        .toList());
        assertEquals(monday, snapshot.last().orElseThrow().observedAt());
        assertEquals(
                monday.minus(Duration.ofDays(28)),
                snapshot.observations().get(0).observedAt());
    }

    @Test
    void fallbackOfTwoTeamsIsAveragedAsDeclared() {
        Snapshot snapshot = collect("query: aibox_fallback_sessions, aggregate: avg");
        assertEquals(
                new BigDecimal("6"),
                snapshot.last()
                        .orElseThrow(() -> new AssertionError(snapshot.problem()))
                        .value());
    }

    @Test
    void securityEventsAreSummedByTheServer() {
        assertEquals(
                new BigDecimal("9"),
                collect("query: sum(aibox_security_events)")
                        .last()
                        .orElseThrow()
                        .value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aibox_of_another_name | NO_DATA | the query finds no series",
                "aibox_security_events | INVALID | the query finds 2 series; one is expected",
                "0 * sum(aibox_developers) / 0 | INVALID | the value is not a number, or not a finite one",
                "sum(aibox_developers) / 0 | INVALID | the value is not a number, or not a finite one",
                "-1 * sum(aibox_developers) | INVALID | the value is outside 0 or more",
                "sum(aibox_developers | UNREACHABLE | the source answered with an error (HTTP 400)",
                "'label_replace(aibox_developers, \"\"user\"\", \"\"jo\"\", \"\"\"\", \"\"\"\")' | INVALID | the answer holds data about single people"
            })
    void whatIsNotOneFigureIsNone(String query, State state, String problem) {
        Snapshot snapshot = collect("query: '" + query.replace("\"\"", "\"").replaceAll("^'|'$", "") + "'");
        assertEquals(problem, snapshot.problem());
        assertEquals(state, snapshot.state());
    }

    private Snapshot collect(String keys) {
        return TestSite.of("- { id: k, title: K, unit: count, source: { type: prometheus, url: \"" + address + "\", "
                        + keys + " } }")
                .at(now)
                .snapshots()
                .of("k");
    }
}
