package dev.tierzero.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.engine.Outcome;
import dev.tierzero.engine.TestSite;
import dev.tierzero.portal.Repository;
import dev.tierzero.publish.Manifest;
import dev.tierzero.publish.ServiceWorker;
import dev.tierzero.render.Theme;
import dev.tierzero.search.SearchIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole sites as they are published: {@code src/test/sites/<case>/in} gives {@code out} and {@code findings.txt}, byte for byte. One
 * plain template stands for every layout, so that a change of the theme changes nothing here. {@code UPDATE_GOLDEN=1} writes what is
 * built, for a person to look at in the difference; not where CI is set.
 */
class GoldenSitesTest {

    private static final Path SITES = Repository.root().resolve("site-generator/src/test/sites");
    private static final String FINDINGS = "findings.txt";

    @TempDir
    Path folder;

    static Stream<String> cases() throws IOException {
        try (Stream<Path> sites = Files.list(SITES)) {
            return sites
                    .filter(site -> Files.isDirectory(site.resolve("out")))
                    .map(site -> String.valueOf(site.getFileName()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSiteIsPublishedAsItWas(String name) throws IOException {
        Path site = SITES.resolve(name);
        SortedMap<String, String> built = built(name);
        if ("1".equals(System.getenv("UPDATE_GOLDEN"))) {
            assertFalse(System.getenv().containsKey("CI"), "golden sites are not updated in CI");
            update(site, built);
        }
        SortedMap<String, String> golden = TestSite.tree(site.resolve("out"));
        Path findings = site.resolve(FINDINGS);
        golden.put(FINDINGS, Files.exists(findings) ? Files.readString(findings, StandardCharsets.ISO_8859_1) : "");
        assertEquals(List.copyOf(golden.keySet()), List.copyOf(built.keySet()), "files missing or extra");
        golden.forEach((path, bytes) -> assertEquals(text(bytes), text(built.getOrDefault(path, "")), path));
    }

    @Test
    void theCasesAreThereAndHaveWhatTheyAreFor() throws IOException {
        SortedMap<String, String> built = built("markdown");
        assertTrue(built.keySet().containsAll(List.of("index.html", "guide/setup.html", "setup.html", FINDINGS)));
        assertTrue(cases().toList().containsAll(List.of("asciidoc", "jbake", "markdown")));
    }

    /** The published files but the theme's, those that name them or versions, and the search index; and the findings, all as ISO 8859-1. */
    private SortedMap<String, String> built(String name) throws IOException {
        // A site without a title is called after its folder.
        TestSite site = new TestSite(folder.resolve(name));
        TestSite.tree(SITES.resolve(name).resolve("in"))
                .forEach((path, bytes) -> site.write(path, bytes.getBytes(StandardCharsets.ISO_8859_1)));
        site.write("templates/golden.peb", Files.readAllBytes(SITES.resolve("_templates/page.peb")));
        for (String path : Theme.load(folder.resolve("none")).files().keySet()) {
            if (path.startsWith("layouts/")) {
                site.write("templates/" + path, "{% include \"golden.peb\" %}");
            }
        }
        Outcome outcome = site.buildAnyway();
        SortedMap<String, String> files = new TreeMap<>(site.outputs());
        // The last says which versions built the site.
        Set<String> ofTheTheme = Set.of(Manifest.NAME, ServiceWorker.NAME, "build.json");
        files.keySet()
                .removeIf(path -> path.startsWith(Theme.OUTPUT_FOLDER)
                        || path.startsWith(SearchIndex.FOLDER)
                        || ofTheTheme.contains(path));
        StringBuilder findings = new StringBuilder();
        outcome.diagnostics()
                .forEach(d -> findings.append(
                        d.position() + ": " + d.severity().word() + " " + d.code() + ": " + d.message() + "\n"));
        files.put(
                FINDINGS,
                new String(findings.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        return files;
    }

    private static void update(Path site, SortedMap<String, String> built) throws IOException {
        for (String path : TestSite.tree(site.resolve("out")).keySet()) {
            Files.delete(site.resolve("out").resolve(path));
        }
        TestSite out = new TestSite(site.resolve("out"));
        built.forEach((path, bytes) -> {
            TestSite to = path.equals(FINDINGS) ? new TestSite(site) : out;
            to.write(path, bytes.getBytes(StandardCharsets.ISO_8859_1));
        });
    }

    private static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
