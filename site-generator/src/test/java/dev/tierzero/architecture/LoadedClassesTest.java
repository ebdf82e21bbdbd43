package dev.tierzero.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A build of what has not changed starts no machinery. What a process loads is what it says with {@code -Xlog:class+load}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LoadedClassesTest {

    private static final List<String> MACHINERY = List.of(
            "org.jruby.",
            "org.asciidoctor.",
            "com.vladsch.flexmark.",
            "org.jsoup.",
            "com.fasterxml.jackson.",
            "org.fife.",
            "io.pebbletemplates.",
            "com.sun.net.httpserver.",
            "dev.tierzero.kpi.",
            "dev.tierzero.runbook.",
            "dev.tierzero.coverage.",
            "org.jbake.",
            "org.apache.lucene.",
            "org.mozilla.",
            "org.apache.commons.");

    private Path site = Path.of("");

    @BeforeAll
    void buildOnce(@TempDir Path folder) throws IOException, InterruptedException {
        site = Files.createDirectories(folder.resolve("site"));
        Path content = Files.createDirectory(site.resolve("content"));
        Files.writeString(content.resolve("index.md"), "# Home\n\nSee [the other](other.adoc).\n");
        Files.writeString(content.resolve("other.adoc"), "= Other\n\nText.\n");
        List<String> loaded = loaded("build");
        for (String machinery : List.of("org.jruby.", "com.vladsch.flexmark.", "io.pebbletemplates.")) {
            assertTrue(loaded.stream().anyMatch(name -> name.startsWith(machinery)), machinery + "* is seen when used");
        }
        List<String> jbake = loaded.stream()
                .filter(name -> name.startsWith("org.jbake.") || name.startsWith("org.apache.commons."))
                .toList();
        assertEquals(List.of(), jbake, "nothing of JBake without an extension of JBake");
    }

    @Test
    void anUnchangedBuildLoadsNoParserNoTemplatesAndNoServer() throws IOException, InterruptedException {
        assertEquals(List.of(), machinery(loaded("build")));
    }

    @Test
    void anUnchangedCheckLoadsNoParserNoTemplatesAndNoServer() throws IOException, InterruptedException {
        loaded("check");
        assertEquals(List.of(), machinery(loaded("check")));
    }

    private static List<String> machinery(List<String> loaded) {
        return loaded.stream()
                .filter(name -> MACHINERY.stream().anyMatch(name::startsWith))
                .toList();
    }

    /** Names of the classes that a command loads, in a process of its own. */
    private List<String> loaded(String command) throws IOException, InterruptedException {
        Path log = site.resolveSibling(command + ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.tierzero.cli.Main",
                        command,
                        "--site",
                        site.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it ends");
        assertEquals(0, process.exitValue(), said);
        List<String> names = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            int source = line.indexOf(" source: ");
            if (source > 0) {
                names.add(line.substring(line.lastIndexOf(' ', source - 1) + 1, source));
            }
        }
        return names;
    }
}
