package dev.tierzero.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.engine.TestSite;
import dev.tierzero.model.Sha256;
import dev.tierzero.publish.Manifest;
import dev.tierzero.publish.Publication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole processes: killed at any moment, two at once, on every JDK. {@code -Dtier0.kills=N} kills more often. */
class ProcessesTest {

    @TempDir
    Path folder;

    @Test
    void aKillAtAnyMomentLeavesTheOldOrTheNewSite() throws Exception {
        TestSite site = site(folder.resolve("killed"), 0);
        long start = System.nanoTime();
        ForkedBuild.Result first =
                ForkedBuild.start("build", "--site", site.folder().toString()).result();
        long whole = System.nanoTime() - start;
        assertEquals(0, first.code(), first.text());
        long seed = Long.getLong("tier0.seed", 42);
        Random random = new Random(seed);
        int finished = 0;
        String before = version(site);
        for (int kill = 1; kill <= Integer.getInteger("tier0.kills", 8); kill++) {
            change(site, kill);
            ForkedBuild build =
                    ForkedBuild.start("build", "--site", site.folder().toString());
            boolean ended =
                    build.process().waitFor(whole / 3 + (long) (random.nextDouble() * whole), TimeUnit.NANOSECONDS);
            build.process().destroyForcibly();
            build.result();
            finished += ended ? 1 : 0;
            String where = "seed " + seed + ", kill " + kill;
            assertWhole(site.folder().resolve("output"), where);
            String after = version(site);
            assertTrue(after.equals(before) || after.equals("version " + kill), where + ": " + after);
            before = after;
        }
        ForkedBuild.Result last =
                ForkedBuild.start("build", "--site", site.folder().toString()).result();
        assertEquals(0, last.code(), last.text());
        Path clean = folder.resolve("clean");
        site.buildClean(clean);
        assertEquals(TestSite.tree(clean), site.outputs(), finished + " builds were done before the kill");
        assertEquals(
                List.of(),
                TestSite.tree(site.folder().resolve(".tier0")).keySet().stream()
                        .filter(path -> path.contains("staging"))
                        .toList());
    }

    @Test
    void ofTwoBuildsAtOnceEachIsWholeOrToldOfTheOther() throws Exception {
        TestSite site = site(folder.resolve("raced"), 0);
        for (int pair = 1; pair <= Integer.getInteger("tier0.pairs", 2); pair++) {
            change(site, pair);
            ForkedBuild one = ForkedBuild.start("build", "--site", site.folder().toString());
            ForkedBuild two = ForkedBuild.start("build", "--site", site.folder().toString());
            List<ForkedBuild.Result> results = List.of(one.result(), two.result());
            assertTrue(results.stream().anyMatch(r -> r.code() == 0), results.toString());
            for (ForkedBuild.Result result : results) {
                assertTrue(
                        result.code() == 0
                                || result.text()
                                        .matches(
                                                "tier0: another build of this site is running( \\(process \\d+\\))?; wait for"
                                                        + " it, or build into another folder with --output\n"),
                        result.toString());
            }
            assertWhole(site.folder().resolve("output"), "pair " + pair);
            assertEquals("version " + pair, version(site));
        }
    }

    @Test
    void theBytesAreTheSameOnEveryJdkInEveryLocaleAndOrder() throws IOException {
        List<Path> javas = ForkedBuild.javas();
        List<List<String>> circumstances = List.of(
                List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Pacific/Kiritimati"),
                List.of("-Duser.language=de", "-Duser.country=DE", "-Duser.timezone=UTC"),
                List.of("-Duser.language=ar", "-Duser.country=EG", "-Dfile.encoding=ISO-8859-1"));
        String[] threads = {"1", "8", "2"};
        List<SortedMap<String, String>> trees = new ArrayList<>();
        for (int i = 0; i < Math.max(javas.size(), 3); i++) {
            TestSite site = shuffled(folder.resolve("checkout " + i), i);
            Path output = folder.resolve("out" + i);
            ForkedBuild.Result result = ForkedBuild.start(
                            javas.get(i % javas.size()),
                            circumstances.get(i % 3),
                            "build",
                            "--site",
                            site.folder().toString(),
                            "--output",
                            output.toString(),
                            "--threads",
                            threads[i % 3])
                    .result();
            assertEquals(0, result.code(), result.text());
            trees.add(TestSite.tree(output));
        }
        trees.forEach(tree -> assertEquals(trees.get(0), tree));
    }

    @Test
    void askingTwiceInOneProcessDoesNotLetAnotherProcessIn() throws IOException {
        TestSite site = TestSite.in(folder.resolve("held"), "-- content/a.md --\n# A\n");
        Path output = site.folder().resolve("output");
        Path work = site.folder().resolve(".tier0");
        ForkedBuild.Result refused;
        try (Publication held = Publication.begin(output, work)) {
            for (int i = 0; i < 2; i++) {
                assertThrows(Publication.BusyException.class, () -> Publication.begin(output, work));
            }
            refused = ForkedBuild.start("build", "--site", site.folder().toString())
                    .result();
            assertEquals(0, held.files().size());
        }
        assertEquals(
                "tier0: another build of this site is running (process "
                        + ProcessHandle.current().pid()
                        + "); wait for it, or build into another folder with --output\n",
                refused.text());
        assertEquals(2, refused.code());
        assertEquals(
                0,
                ForkedBuild.start("build", "--site", site.folder().toString())
                        .result()
                        .code());
    }

    private static TestSite site(Path at, int version) {
        TestSite site = new TestSite(at);
        for (int i = 0; i < 60; i++) {
            site.write("content/s" + i % 5 + "/p" + i + ".md", "# Page " + i + "\n\nversion " + version + "\n");
        }
        return site.write("content/index.md", "# Home\n\nversion " + version + "\n");
    }

    private static void change(TestSite site, int version) {
        site(site.folder(), version);
    }

    private static String version(TestSite site) {
        String home = site.output("index.html");
        int at = home.indexOf("<p>version ");
        return home.substring(at + 3, home.indexOf("</p>", at));
    }

    private static TestSite shuffled(Path at, int seed) {
        Map<String, String> files = new TreeMap<>(TestSite.files("""
                -- site.yaml --
                title: Işıl portal
                url: https://example.com/docs
                front-matter:
                  extra: [b, a, c]
                types:
                  recipe: {label: Recipe, facts: {b: B, a: A, c: C}}
                -- content/index.md --
                # Home TITLE I

                [](ops/vault.adoc) [](Data.md)
                -- content/ops/vault.adoc --
                = Vault İçin

                .Table
                |===
                | a | b

                | 1 | 2
                |===

                == Verify

                [source,bash]
                ----
                echo 1
                ----
                -- content/Data.md --
                ---
                type: recipe
                tags: [Iı, TITLE, äö]
                a: 1
                b: 1.5
                c: true
                ---
                # Data

                | a | b |
                |---|---|
                | 1,234.5 | x |
                -- content/_data/x.yaml --
                a: 1
                -- content/plan.txt --
                plan
                """));
        for (int i = 0; i < 30; i++) {
            files.put(
                    "content/more/p" + i + ".md",
                    "---\ntags: [t" + i % 7 + "]\n---\n# P" + i + "\n\n[](p" + (i + 1) % 30 + ".md)\n");
        }
        List<String> order = new ArrayList<>(files.keySet());
        Collections.shuffle(order, new Random(seed));
        TestSite site = new TestSite(at);
        order.forEach(path -> site.write(path, files.getOrDefault(path, "")));
        return site;
    }

    private static void assertWhole(Path output, String where) throws IOException {
        SortedMap<String, String> tree = TestSite.tree(output);
        Manifest manifest = Manifest.read(output).orElseThrow(() -> new AssertionError(where + ": no manifest"));
        tree.remove(Manifest.NAME);
        assertEquals(manifest.files().keySet(), tree.keySet(), where);
        tree.forEach((path, bytes) -> assertEquals(
                Optional.ofNullable(manifest.files().get(path)).orElseThrow().sha256(),
                Sha256.hex(bytes.getBytes(StandardCharsets.ISO_8859_1)),
                where + " " + path));
    }
}
