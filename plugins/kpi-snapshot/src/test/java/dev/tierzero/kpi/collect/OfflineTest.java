package dev.tierzero.kpi.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tierzero.api.CollectRequest;
import dev.tierzero.api.DataCollector;
import dev.tierzero.api.Dataset;
import dev.tierzero.kpi.KpiSnapshot;
import dev.tierzero.kpi.TestSite;
import dev.tierzero.kpi.model.Snapshots;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An offline collection cannot reach out, because what it would reach out with is never loaded. */
final class OfflineTest {

    private static final String KPIS = """
            - { id: a, title: A, unit: count, source: { type: prometheus, url: "http://127.0.0.1:9/", query: up } }
            - { id: b, title: B, unit: count, source: { type: http-json, url: "http://127.0.0.1:9/", value: /a, token: "env:T" } }
            - { id: c, title: C, unit: count, source: { type: csv, url: "http://127.0.0.1:9/", value: n } }
            - { id: d, title: D, unit: count, source: { type: sql, url: "jdbc:postgresql://127.0.0.1:9/x", query: select 1, value: n } }
            - { id: e, title: E, unit: count, source: { type: file } }
            """;

    @Test
    void offlineNoClassOfTheNetworkIsLoaded() throws Exception {
        TestSite site = TestSite.of(KPIS)
                .file(
                        "_data/kpi/a.csv",
                        "observed-at,fetched-at,value,group\n2026-11-16T00:00:00Z,2026-11-16T06:00:00Z,3,\n");
        try (Isolated classes = new Isolated()) {
            Dataset dataset = classes.collector().collect(site.offline());
            assertEquals(
                    1, Snapshots.ofText(dataset.text()).of("a").observations().size());
            assertEquals(List.of(), dataset.diagnostics());
            assertEquals(List.of(), classes.refused);
        }
    }

    @Test
    void theSameClassesAreRefusedWhenOnline() throws Exception {
        try (Isolated classes = new Isolated()) {
            DataCollector collector = classes.collector();
            CollectRequest online = TestSite.of(KPIS);
            assertThrows(NoClassDefFoundError.class, () -> collector.collect(online));
        }
    }

    @Test
    void aSiteIsLiveOnlyWithASourceOutsideIt() {
        String own =
                "- { id: a, title: A, unit: count, source: { type: csv, path: _data/x.csv, value: n } }\n- { id: b, title: B, unit: count, source: { type: file } }";
        assertEquals(false, new KpiSnapshot().isLive(TestSite.of(own)));
        assertEquals(true, new KpiSnapshot().isLive(TestSite.of(KPIS)));
    }

    @Test
    void declarationsAreCheckedOfflineToo() {
        assertEquals(
                List.of(
                        "kpis.yaml:1:68 error KP010: the host metrics.example is not one that may be asked | add it to plugins.kpi-snapshot.hosts in site.yaml, or correct the address"),
                TestSite.of(
                                "- { id: a, title: A, unit: count, source: { type: prometheus, url: \"https://metrics.example/\", query: up } }")
                        .offline()
                        .findings());
    }

    /** Loads the plugin's classes again, and refuses those that could ask anything. */
    private static final class Isolated extends URLClassLoader {
        private final List<String> refused = new ArrayList<>();

        Isolated() {
            super(
                    new URL[] {
                        KpiSnapshot.class.getProtectionDomain().getCodeSource().getLocation()
                    },
                    KpiSnapshot.class.getClassLoader());
        }

        DataCollector collector() throws ReflectiveOperationException {
            return (DataCollector)
                    loadClass(KpiSnapshot.class.getName()).getConstructor().newInstance();
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            boolean network = name.startsWith("java.net.http.")
                    || name.startsWith("java.sql.")
                    || name.startsWith("javax.net.")
                    || name.equals("java.net.InetAddress")
                    || name.equals("java.net.Socket");
            if (network) {
                refused.add(name);
                throw new ClassNotFoundException(name);
            }
            if (name.startsWith("dev.tierzero.kpi.") && findLoadedClass(name) == null) {
                return findClass(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
