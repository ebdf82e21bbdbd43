package dev.tierzero.kpi.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Dataset;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.kpi.TestSite;
import dev.tierzero.kpi.model.Observation;
import dev.tierzero.kpi.model.Snapshot;
import dev.tierzero.kpi.model.Snapshots;
import dev.tierzero.kpi.model.State;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One collection of all faults at once: each with nothing known before, with a committed history, and with data of the last build. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultTableTest {

    private static final Observation COMMITTED = new Observation(
            Instant.parse("2026-11-09T00:00:00Z"),
            Instant.parse("2026-11-09T06:00:00Z"),
            new BigDecimal("50"),
            java.util.OptionalLong.of(100));
    private static final Observation CACHED = Observation.of(
            Instant.parse("2026-11-16T00:00:00Z"), Instant.parse("2026-11-16T06:00:00Z"), new BigDecimal("60"));

    private final FaultServer server = new FaultServer();
    private final List<Fault> faults = new ArrayList<>(Faults.all());
    private FaultServer selfSigned = server;
    private Dataset dataset = Dataset.of("");
    private long millis;

    @BeforeAll
    void collect(@TempDir Path folder) throws Exception {
        selfSigned = new FaultServer(SelfSigned.socket(folder)).on("/self-signed", e -> e.json(Faults.GOOD));
        int secure = selfSigned.port();
        faults.add(Fault.at("refused", "http://127.0.0.1:" + closedPort() + "/", "connection refused"));
        faults.add(Fault.at(
                "self-signed",
                "https://127.0.0.1:" + secure + "/self-signed",
                "no TLS connection: the certificate is not one to trust for this host"));
        faults.add(
                Fault.at("tls-of-a-plain-server", "https://127.0.0.1:" + server.port() + "/", "no answer within 3 s"));
        faults.add(Fault.at("plain-to-a-tls-server", "http://127.0.0.1:" + secure + "/", "the connection broke"));
        faults.add(Fault.at(
                "private-address",
                "http://localhost:" + server.port() + "/",
                "the host has an address that must not be asked"));
        TestSite site = site();
        long start = System.nanoTime();
        dataset = site.collect();
        millis = (System.nanoTime() - start) / 1_000_000;
    }

    @AfterAll
    void close() throws IOException {
        server.close();
        selfSigned.close();
    }

    private TestSite site() {
        StringBuilder kpis = new StringBuilder();
        List<Snapshot> cached = new ArrayList<>();
        TestSite site = TestSite.of("").settings("""
                hosts: [127.0.0.1, localhost]
                allow-private: [127.0.0.1]
                allow-plain: [127.0.0.1, localhost]
                timeout-seconds: 3
                """);
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            String path = "/" + fault.id();
            fault.behaviour()
                    .ifPresent(behaviour -> server.on(
                            fault.source().equals(Fault.PROMETHEUS) ? path + "/api/v1/query" : path, behaviour));
            String source = fault.source().replace("URL", "http://127.0.0.1:" + server.port() + path);
            for (String known : List.of("none", "committed", "cached")) {
                String id = known + "-" + i;
                kpis.append("- { id: %s, title: T, definition: D, unit: \"%%\", owner: o, source: %s }\n"
                        .formatted(id, source));
            }
            site = site.file(
                    "_data/kpi/committed-" + i + ".csv",
                    "observed-at,fetched-at,value,group\n2026-11-09T00:00:00Z,2026-11-09T06:00:00Z,50,100\n");
            cached.add(new Snapshot("cached-" + i, State.FRESH, List.of(CACHED), "", Optional.empty()));
        }
        return site.file("_data/kpis.yaml", kpis.toString()).previous(new Snapshots(cached).text());
    }

    List<Fault> faults() {
        return faults;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void withNothingKnownThereIsNoValue(Fault fault) {
        assertOutcome(fault, "none", List.of());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theCommittedValueStaysWithItsAge(Fault fault) {
        assertOutcome(fault, "committed", List.of(COMMITTED));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theValueOfTheLastBuildStaysWithItsAge(Fault fault) {
        assertOutcome(fault, "cached", List.of(CACHED));
    }

    private void assertOutcome(Fault fault, String known, List<Observation> before) {
        String id = known + "-" + faults.indexOf(fault);
        Snapshot snapshot = Snapshots.ofText(dataset.text()).of(id);
        List<String> findings = dataset.diagnostics().stream()
                .filter(d -> d.message().startsWith(id + " "))
                .map(d -> d.severity().word() + ": " + d.message())
                .toList();
        assertEquals(fault.problem(), snapshot.problem());
        assertEquals(fault.state(), snapshot.state());
        assertEquals(Optional.of(TestSite.NOON), snapshot.lastAttempt());
        if (fault.state() == State.FRESH) {
            assertEquals(new BigDecimal("79.5"), snapshot.last().orElseThrow().value());
            assertEquals(before.size() + 1, snapshot.observations().size());
            assertEquals(List.of(), findings);
            assertTrue(dataset.files().containsKey("kpi/" + id + ".csv"));
        } else {
            assertEquals(before, snapshot.observations());
            assertEquals(List.of("warning: " + id + " has no new value: " + fault.problem()), findings);
            assertFalse(dataset.files().containsKey("kpi/" + id + ".csv"));
        }
    }

    @Test
    void nothingIsAnError() {
        assertEquals(
                List.of(),
                dataset.diagnostics().stream()
                        .filter(d -> d.severity() != dev.tierzero.api.Severity.WARNING)
                        .map(Diagnostic::message)
                        .toList());
    }

    @Test
    void allTogetherCostTheDeadlineAndASecond() {
        assertTrue(millis < 4_000, () -> millis + " ms for " + faults.size() + " faults");
    }

    @Test
    void aRedirectIsNotFollowed() {
        assertEquals(1, server.asked("/redirect-to-itself"));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
