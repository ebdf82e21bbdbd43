package dev.tierzero.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plugin that the guide is written along: a project of its own, built by Maven with its tests, added to a site, and seen in what that
 * site says and shows.
 */
final class ExamplePluginTest {

    private static final Path ROOT = root();

    @TempDir
    Path folder;

    private record Said(int code, String text) {}

    @Test
    void theExampleIsBuiltAddedAndSeen() throws IOException, InterruptedException {
        assumeTrue(isThere("mvn"), "needs Maven");
        Path project = copy(ROOT.resolve("content/contribute/examples/_plugin"), folder.resolve("reading-ease"));
        try (LocalRepository repository = LocalRepository.with(ROOT)) {
            Said maven = said(project, "mvn", "-B", "-o", "-Dmaven.repo.local=" + repository.folder(), "package");
            assertEquals(0, maven.code(), maven.text());
            assertTrue(maven.text().contains("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0"), maven.text());
        }

        Path site = Files.createDirectories(folder.resolve("site"));
        Files.createDirectory(site.resolve("content"));
        Files.writeString(site.resolve("site.yaml"), "plugins:\n  reading-ease: {max-words: 5}\n");
        Files.writeString(
                site.resolve("content/index.md"),
                "---\ntitle: Home\n---\nSix words are more than five. The longest has {reading:longest}.\n");
        Said added = tier0(
                site,
                "plugin",
                "add",
                project.resolve("target/reading-ease.jar").toString());
        assertEquals(0, added.code(), added.text());
        assertTrue(added.text().contains("  plugin    reading-ease 1.0 (check, contribute)\n"), added.text());
        Said built = tier0(site, "build");
        assertEquals(0, built.code(), built.text());
        assertTrue(built.text().contains("""
                        content/index.md:4:1: warning RE001: sentence of 6 words, more than 5
                            fix: make two of it, or a list
                        """), built.text());
        assertTrue(
                Files.readString(site.resolve("output/index.html")).contains("The longest has 6 words."),
                "the insert is in the page");
        assertTrue(
                Files.readString(site.resolve("output/reading-ease.html")).contains(">Home</a></td>"),
                "the page is there");
    }

    private Said tier0(Path site, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tierzero.cli.Main"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--site", site.toString()));
        return said(folder, command.toArray(String[]::new));
    }

    private Said said(Path in, String... command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("still running after 5 minutes: " + Files.readString(log));
        }
        return new Said(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (!from.relativize(file).startsWith("target")) {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }

    /** The repository: the folder above with the launcher in it. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("tier0"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no folder above has the launcher");
        }
        return folder;
    }
}
