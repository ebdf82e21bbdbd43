package dev.tierzero.kpi.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.kpi.TestSite;
import dev.tierzero.kpi.model.Snapshot;
import dev.tierzero.kpi.model.Snapshots;
import dev.tierzero.kpi.model.State;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;

final class DeadlineTest {

    @Test
    void thirtyHangingSourcesCostTheDeadlineAndASecondAtMost() throws IOException {
        try (FaultServer server = new FaultServer()) {
            String kpis =
                    IntStream.range(0, 30).mapToObj(i -> hanging(server, i)).collect(Collectors.joining("\n"));
            TestSite site = TestSite.of(kpis).settings("""
                            hosts: [127.0.0.1]
                            allow-private: [127.0.0.1]
                            allow-plain: [127.0.0.1]
                            timeout-seconds: 1
                            """).service(new Driver());
            // Loads the classes: what is measured is waiting.
            site.settings(
                            "{ hosts: [127.0.0.1], allow-private: [127.0.0.1], allow-plain: [127.0.0.1], timeout-seconds: 0.1 }")
                    .collect();
            long start = System.nanoTime();
            Snapshots snapshots = site.snapshots();
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertTrue(millis < 2_000, () -> millis + " ms");
            for (Snapshot snapshot : snapshots.all()) {
                assertEquals(State.UNREACHABLE, snapshot.state(), snapshot.kpi());
            }
            assertEquals("no answer within 1 s", snapshots.of("k0").problem());
        }
    }

    private static String hanging(FaultServer server, int i) {
        FaultServer.Behaviour behaviour = i % 2 == 0
                ? FaultServer.Exchange::hang
                : exchange -> {
                    exchange.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
                    while (!exchange.pause()) {
                        exchange.write(" ");
                    }
                };
        server.on("/" + i, behaviour);
        String source = i % 3 == 2
                ? "type: sql, url: \"jdbc:postgresql://127.0.0.1:%d/kpi\", query: select 1 as value, value: value"
                : "type: http-json, url: \"http://127.0.0.1:%d/" + i + "\", value: /value";
        return "- { id: k%d, title: T, unit: count, source: { %s } }".formatted(i, source.formatted(server.port()));
    }
}
