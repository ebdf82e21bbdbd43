package dev.tierzero.kpi.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Dataset;
import dev.tierzero.kpi.TestSite;
import dev.tierzero.kpi.model.Snapshot;
import dev.tierzero.kpi.model.Snapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

final class SecretsTest {

    private static final String CANARY = "c4n4ry-s3cr3t";

    private final FaultServer server = new FaultServer();

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aTokenIsSentAsAHeaderAndNeverInTheAddress() {
        List<String> heads = new CopyOnWriteArrayList<>();
        server.on("/v", e -> {
            heads.add(e.head());
            e.json("{\"value\": 1}");
        });
        TestSite site = site("token: \"env:KPI_TOKEN\"").variable("KPI_TOKEN", CANARY + "\n");
        assertEquals("", site.snapshots().of("a").problem());
        assertEquals(
                "",
                TestSite.of(kpi("token: \"env:KPI_TOKEN\", header: X-Api-Key"))
                        .variable("KPI_TOKEN", CANARY)
                        .snapshots()
                        .of("a")
                        .problem());
        assertTrue(heads.get(0).contains("\nAuthorization: Bearer " + CANARY + "\n"), heads.get(0));
        assertTrue(heads.get(1).contains("\nX-Api-Key: " + CANARY + "\n"), heads.get(1));
        for (String head : heads) {
            assertTrue(head.startsWith("GET /v HTTP/1.1\n"), head);
            assertFalse(head.toLowerCase(java.util.Locale.ROOT).contains("\ncookie:"), head);
        }
    }

    /** Whatever a source does with the token that it is sent, nothing of it comes back. */
    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    @ResourceLock(Resources.SYSTEM_OUT)
    void noTokenComesOutWhateverTheSourceSays() {
        Map<String, FaultServer.Behaviour> echoes = Map.of(
                "/reason", e -> e.status("500 " + CANARY, "X: " + CANARY),
                "/redirect", e -> e.status("302 Found", "Location: http://169.254.169.254/?t=" + CANARY),
                "/type", e -> e.ok(CANARY + "/" + CANARY, new byte[0]),
                "/broken", e -> e.json("{\"value\": " + CANARY),
                "/key", e -> e.json("{\"" + CANARY + "\": 1, \"" + CANARY + "\": 2}"),
                "/text", e -> e.json("{\"value\": \"" + CANARY + "\"}"),
                "/time", e -> e.json("{\"value\": 1, \"at\": \"" + CANARY + "\"}"),
                "/mail", e -> e.json("{\"value\": 1, \"x\": \"" + CANARY + "@aibox.example\"}"),
                "/encoding", e -> e.status("200 OK", "Content-Type: application/json", "Content-Encoding: " + CANARY),
                "/status-line", e -> e.write(CANARY + "\r\n\r\n"));
        StringBuilder kpis = new StringBuilder();
        List<String> ids = new ArrayList<>();
        echoes.forEach((path, behaviour) -> {
            server.on(path, behaviour);
            ids.add(path.substring(1));
            kpis.append(
                    "- { id: %s, title: T, unit: count, source: { type: http-json, url: \"http://127.0.0.1:%d%s\", value: /value, observed: /at, token: \"env:T\" } }\n"
                            .formatted(path.substring(1), server.port(), path));
        });
        kpis.append(
                "- { id: sql, title: T, unit: count, source: { type: sql, url: \"jdbc:postgresql://127.0.0.1:%d/x\", query: select 1, value: value, user: u, password: \"env:T\" } }\n"
                        .formatted(server.port()));
        TestSite site = TestSite.of(kpis.toString()).variable("T", CANARY).service(new Driver());
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Dataset dataset;
        try (PrintStream capture = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(capture);
            System.setErr(capture);
            dataset = site.collect();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertFalse(dataset.toString().contains(CANARY), dataset::toString);
        assertEquals("", said.toString(StandardCharsets.UTF_8));
        for (String id : ids) {
            assertFalse(Snapshots.ofText(dataset.text()).of(id).problem().isEmpty(), id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c4n4ry\r\nX-Evil: 1", "c4n4ry\u00e9", "c4n4ry\u0000"})
    void aTokenThatIsNoHeaderIsNotSentNorQuoted(String token) {
        Dataset dataset =
                site("token: \"env:KPI_TOKEN\"").variable("KPI_TOKEN", token).collect();
        assertEquals(
                "the token cannot be sent as a header",
                Snapshots.ofText(dataset.text()).of("a").problem());
        assertFalse(dataset.toString().contains("c4n4ry"), dataset::toString);
        assertEquals(0, server.asked("/v"));
    }

    @Test
    void withoutItsTokenASourceIsNotAsked() {
        Snapshot snapshot = site("token: \"env:KPI_TOKEN\"").snapshots().of("a");
        assertEquals("its token or password is not in the environment", snapshot.problem());
        assertEquals(0, server.asked("/v"));
    }

    @Test
    void aTokenThatStandsInTheDeclarationIsRefusedAndNotQuoted() {
        assertEquals(
                List.of(
                        "kpis.yaml:1:117 error KP012: token is not the name of a variable | write token: env:NAME, list NAME in plugins.kpi-snapshot.environment, and renew what stood here"),
                site("token: " + CANARY).findings());
    }

    private TestSite site(String keys) {
        return TestSite.of(kpi(keys));
    }

    private String kpi(String keys) {
        return "- { id: a, title: T, unit: count, source: { type: http-json, url: \"http://127.0.0.1:%5d/v\", value: /value, %s } }"
                .formatted(server.port(), keys);
    }
}
