package dev.tierzero.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ServiceWorkerTest {

    private static final String SOURCE = "use(SITE);\n";

    private final SortedMap<String, Manifest.Entry> files = new TreeMap<>();
    private final SortedMap<String, byte[]> search = new TreeMap<>();

    ServiceWorkerTest() {
        file("index.html", 100);
        file("recovery/a b.html", 100);
        file("ops/r.html", 100);
        file("_theme/site.0123456789.css", 100);
        pack(0, "w0", 100);
    }

    private void file(String path, long size) {
        files.put(path, new Manifest.Entry(Sha256.hex(path.getBytes(StandardCharsets.UTF_8)), size));
    }

    private void pack(int number, String first, long size) {
        String path = "_search/abcdef0123/p" + number + ".js";
        search.put(path, ("tierZeroShard(\"" + first + "\",\"eA==\");\n").getBytes(StandardCharsets.UTF_8));
        file(path, size);
        search.put("_search/root.bin", new byte[] {1});
        file("_search/root.bin", 1);
    }

    private String script() {
        List<List<String>> urgent = List.of(List.of("recovery/a b.html"), List.of("ops/r.html", "ops/gone.html"));
        byte[] bytes = new ServiceWorker(files, search).script(SOURCE, List.of("index.html", "search.html"), urgent);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String part(String script, String name) {
        return script.lines()
                .filter(line -> line.startsWith("\"" + name + "\""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itNamesWhatIsToBeKeptAndEndsWithTheThemesScript() {
        String root = Sha256.hex("_search/root.bin".getBytes(StandardCharsets.UTF_8));
        assertEquals("""
                const SITE = {
                "version": "VERSION",
                "theme": ["_theme/site.0123456789.css"],
                "pages": ["index.html"],
                "more": {"recovery/a%20b.html": "9c40fb2e52",
                  "ops/r.html": "5e75722ead"},
                "search": {"gen": "abcdef0123", "root": "ROOT", "packs": [["w0", "_search/abcdef0123/p0.js"]]}};
                use(SITE);
                """.replace("ROOT", root), script().replaceFirst("[0-9a-f]{12}", "VERSION"));
    }

    @Test
    void itsVersionIsThatOfEveryByteOfTheSite() {
        String before = script();
        assertEquals(before, script());
        files.put("ops/r.html", new Manifest.Entry(Sha256.hex(new byte[] {1}), 100));
        assertNotEquals(part(before, "version"), part(script(), "version"));
    }

    @Test
    void pagesThatAreTooManyAreLeftOutKindByKind() {
        file("ops/r.html", ServiceWorker.LARGEST_PAGES - 99);
        assertTrue(part(script(), "more").startsWith("\"more\": {\"recovery/a%20b.html\": "));
        assertTrue(!script().contains("ops/r.html"));
        file("recovery/a b.html", ServiceWorker.LARGEST_PAGES + 1);
        assertEquals("\"more\": {},", part(script(), "more"));
    }

    @Test
    void ofALargeIndexTheTermsAreKeptAndOfAHugeOneNothing() {
        pack(1, "s4", 100);
        pack(2, "d0", 100);
        pack(10, "d90", ServiceWorker.LARGEST_INDEX);
        String terms = "[[\"w0\", \"_search/abcdef0123/p0.js\"],\n  [\"s4\", \"_search/abcdef0123/p1.js\"]]}};\n";
        assertTrue(script().contains("\"packs\": " + terms), script());
        file("_search/abcdef0123/p1.js", ServiceWorker.LARGEST_INDEX);
        assertTrue(part(script(), "search").endsWith("\"packs\": []}};"));
    }

    @Test
    void packsAreInTheOrderOfTheirNumbers() {
        pack(1, "d0", 100);
        pack(2, "d9", 100);
        pack(10, "d99", 100);
        String script = script();
        assertTrue(script.indexOf("p2.js") < script.indexOf("p10.js"), script);
    }
}
