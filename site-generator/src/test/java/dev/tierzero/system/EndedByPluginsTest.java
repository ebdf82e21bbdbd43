package dev.tierzero.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.engine.TestSite;
import dev.tierzero.extension.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever ends the process in a plugin's name does not make it look like a finished run. */
final class EndedByPluginsTest {

    @TempDir
    Path folder;

    private TestSite site = new TestSite(Path.of(""));

    private SortedMap<String, String> before = new java.util.TreeMap<>();

    @BeforeEach
    void aPublishedSite() {
        site = TestSite.in(folder.resolve("site"), """
                -- content/a.md --
                # A
                -- content/b.md --
                # B
                """);
        site.build();
        before = site.outputs();
        assertFalse(before.isEmpty());
        site.write("content/b.md", "# B\n\nchanged\n");
    }

    private ForkedBuild.Result build() {
        return ForkedBuild.start("build", "--site", site.folder().toString()).result();
    }

    @ParameterizedTest
    @MethodSource("exits")
    void endingTheProcessIsCodeSeventyAndNamesThePlugin(PluginJar jar, String who) {
        jar.lock(site.folder(), "bad.jar");
        ForkedBuild.Result ended = build();
        assertEquals(70, ended.code(), ended.text());
        assertTrue(ended.text().contains("tier0: " + who), ended.text());
        assertTrue(
                ended.text().contains(" ended the process before the run was complete; nothing was published\n"),
                ended.text());
        assertEquals(before, site.outputs());
    }

    static Stream<Arguments> exits() {
        return Stream.of(
                Arguments.of(
                        PluginJar.check("Bad", "bad-one", "System.exit(0); return List.of();"), "plugin bad-one check"),
                Arguments.of(
                        PluginJar.check("Bad", "bad-one", """
                                Thread other = new Thread(() -> Runtime.getRuntime().exit(0), "worker");
                                other.start();
                                try { other.join(); } catch (InterruptedException e) { return List.of(); }
                                return List.of();
                                """),
                        "jar bad.jar (thread worker) at org.example.Bad.lambda$check$0(Bad.java:6)"),
                Arguments.of(PluginJar.of("Bad", """
                                public final class Bad implements SiteCheck {
                                    public Bad() { System.exit(0); }
                                    public String id() { return "bad-one"; }
                                    public List<Diagnostic> check(SiteView site) { return List.of(); }
                                }
                                """), "jar bad.jar load at org.example.Bad.<init>(Bad.java:5)"));
    }

    @Test
    void endingTheProcessIsCodeSeventyOnEveryJava() {
        PluginJar.check("Bad", "bad-one", "System.exit(0); return List.of();").lock(site.folder(), "bad.jar");
        for (Path java : ForkedBuild.javas()) {
            ForkedBuild.Result result = ForkedBuild.start(
                            java, List.of(), "build", "--site", site.folder().toString())
                    .result();
            assertEquals(70, result.code(), java + "\n" + result.text());
            assertTrue(
                    result.text().contains("tier0: plugin bad-one check at org.example.Bad.check(Bad.java:6)"),
                    result.text());
        }
    }

    @Test
    void aSignalKeepsItsOwnExitCode() throws IOException, InterruptedException {
        PluginJar.check("Bad", "bad-one", """
                        try { java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), "running"); }
                        catch (java.io.IOException e) { throw new IllegalStateException(e); }
                        while (true) { Thread.onSpinWait(); }
                        """.formatted(folder.resolve("running")))
                .lock(site.folder(), "bad.jar");
        ForkedBuild build = ForkedBuild.start("build", "--site", site.folder().toString());
        while (!Files.exists(folder.resolve("running")) && build.process().isAlive()) {
            Thread.onSpinWait();
        }
        build.process().destroy();
        ForkedBuild.Result result = build.result();
        assertEquals(143, result.code(), result.text());
        assertEquals("", result.text());
    }
}
