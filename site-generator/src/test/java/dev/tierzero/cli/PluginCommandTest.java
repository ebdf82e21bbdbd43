package dev.tierzero.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.engine.TestSite;
import dev.tierzero.extension.PluginJar;
import dev.tierzero.extension.PluginLock;
import dev.tierzero.model.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tier0 plugin}: what a site trusts. */
final class PluginCommandTest {

    private static final PluginJar EASE =
            PluginJar.check("Ease", "reading-ease", "return List.of();").saying("Implementation-Version", "1.0");

    private static final String NOTE = """
            A plugin is code: it runs with your rights, here and wherever this site is built.
            Commit plugins/ext/ease.jar and plugins/ext/plugins.lock together.
            """;

    @TempDir
    Path folder;

    private Path site = Path.of("");
    private Path jar = Path.of("");

    @BeforeEach
    void aSite() {
        site = TestSite.in(folder.resolve("site"), "-- content/a.md --\n# A\n").folder();
        jar = EASE.write(folder.resolve("download/ease.jar"));
    }

    private record Said(int code, String out, String err) {}

    private Said tier0(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("plugin"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--site", site.toString()));
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }

    private String lock() throws IOException {
        return Files.readString(site.resolve(PluginLock.FILE));
    }

    private static String sha256(Path file) throws IOException {
        return Sha256.hex(Files.readAllBytes(file));
    }

    @Test
    void addingCopiesTheJarLocksItAndSaysWhatIsTrusted() throws IOException {
        Said said = tier0("add", jar.toString());
        assertEquals("", said.err());
        assertEquals(
                "Trusted: plugins/ext/ease.jar\n  sha256    " + sha256(jar) + "\n  plugin    reading-ease 1.0 (check)\n"
                        + NOTE,
                said.out());
        assertEquals(0, said.code());
        assertEquals(sha256(jar) + "  ease.jar\n", lock());
        assertEquals(sha256(jar), sha256(site.resolve("plugins/ext/ease.jar")));
    }

    @Test
    void addingAgainSaysWhetherItIsAnother() throws IOException {
        tier0("add", jar.toString());
        assertTrue(tier0("add", site.resolve("plugins/ext/ease.jar").toString())
                .out()
                .startsWith("Trusted already: plugins/ext/ease.jar\n"));
        EASE.saying("Implementation-Version", "1.1").write(jar);
        Said said = tier0("add", jar.toString());
        assertTrue(said.out().startsWith("Trusted in place of the earlier one: plugins/ext/ease.jar\n"), said.out());
        assertEquals(sha256(jar) + "  ease.jar\n", lock());
    }

    @Test
    void theLockIsSortedKeepsItsCommentsAndIsThatOfSha256sum() throws IOException, InterruptedException {
        tier0("add", jar.toString());
        Files.writeString(site.resolve(PluginLock.FILE), "# reviewed by the platform team\n" + lock());
        Path second = PluginJar.check("Abc", "abc", "return List.of();").write(folder.resolve("download/abc.jar"));
        assertEquals(0, tier0("add", second.toString()).code());
        assertEquals(
                sha256(second) + "  abc.jar\n# reviewed by the platform team\n" + sha256(jar) + "  ease.jar\n", lock());
        Process check = new ProcessBuilder("sha256sum", "-c", "plugins.lock")
                .directory(site.resolve("plugins/ext").toFile())
                .redirectErrorStream(true)
                .start();
        assertEquals(
                "abc.jar: OK\nease.jar: OK\n",
                new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, check.waitFor());
    }

    @Test
    void aJarThatDoesNotWorkIsLockedAndSaidToBeWrong() throws IOException {
        Path bad = PluginJar.check("Bad", "BAD", "return List.of();").write(folder.resolve("bad.jar"));
        Said said = tier0("add", bad.toString());
        assertEquals(1, said.code());
        assertTrue(said.out().contains("plugins/ext/bad.jar: error PL009: not an id of a plugin: \"BAD\""), said.out());
    }

    @Test
    void whatCannotBeAddedIsOneLineAndCodeTwoAndNothingIsLocked() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "text");
        assertRefused("tier0: " + text + ": is no jar: zip END header not found\n", "add", text.toString());
        assertRefused("tier0: " + folder + "/no.jar: there is no such file\n", "add", folder + "/no.jar");
        Path named = Files.copy(jar, folder.resolve("my plugin.jar"));
        assertRefused(
                "tier0: " + named + ": a plugin's file name has ASCII letters, digits and . _ + - and ends in .jar;"
                        + " rename it\n",
                "add",
                named.toString());
        assertFalse(Files.exists(site.resolve(PluginLock.FILE)));
        assertEquals(
                List.of(),
                List.of(Files.createDirectories(site.resolve("plugins/ext"))
                        .toFile()
                        .list()));
        Files.writeString(site.resolve(PluginLock.FILE), "ease.jar is fine\n");
        assertRefused(
                "tier0: plugins/ext/plugins.lock:1: not a line of sha256sum: \"ease.jar is fine\"; mend the line first\n",
                "add",
                jar.toString());
    }

    private void assertRefused(String line, String... arguments) {
        Said said = tier0(arguments);
        assertEquals(line, said.err());
        assertEquals("", said.out());
        assertEquals(2, said.code());
    }

    @Test
    void theListShowsEveryPluginAndEveryJar() throws IOException {
        tier0("add", jar.toString());
        Files.writeString(site.resolve("site.yaml"), "plugins:\n  reading-ease: {enabled: false}\n");
        Files.copy(jar, site.resolve("plugins/ext/new.jar"));
        Said said = tier0("list");
        assertEquals(1, said.code(), "a jar that is not locked is an error");
        List<String> table =
                said.out().lines().takeWhile(l -> !l.contains(": error ")).toList();
        assertTrue(table.get(0).matches("PLUGIN +VERSION +STAGES +ORIGIN +STATE"), said.out());
        int origin = table.get(0).indexOf("ORIGIN");
        assertEquals(
                List.of("plugins/ext/ease.jar  locked, switched off", "plugins/ext/new.jar   not locked"),
                table.stream()
                        .map(l -> l.substring(origin))
                        .filter(l -> l.startsWith("plugins"))
                        .toList());
        assertTrue(said.out().contains("plugins/ext/new.jar: error PL001: "), said.out());
        assertTrue(
                said.out().lines().anyMatch(l -> l.matches("runbook-check +\\S+ +check +built in +built in")),
                said.out());
    }

    @Test
    void programsGetTheListAsJson() throws IOException {
        tier0("add", jar.toString());
        Said said = tier0("list", "--format", "json");
        assertEquals(0, said.code());
        assertTrue(said.out().startsWith("[{\"id\": "), said.out());
        assertTrue(
                said.out()
                        .endsWith("{\"id\": \"reading-ease\", \"version\": \"1.0\", \"stages\": [\"check\"], "
                                + "\"origin\": \"plugins/ext/ease.jar\", \"state\": \"locked\", \"sha256\": \""
                                + sha256(jar)
                                + "\", \"enabled\": true}]\n"),
                said.out());
        assertEquals("", said.err());
    }

    @Test
    void removingTakesTheJarOutOfLockAndFolder() throws IOException {
        tier0("add", jar.toString());
        assertRefused(
                "tier0: eas.jar: there is no such jar in plugins/ext; did you mean ease.jar?\n", "remove", "eas.jar");
        Said said = tier0("remove", "ease.jar");
        assertEquals("Removed: plugins/ext/ease.jar\n", said.out());
        assertEquals(0, said.code());
        assertEquals("", lock());
        assertFalse(Files.exists(site.resolve("plugins/ext/ease.jar")));
        assertRefused("tier0: ease.jar: there is no such jar in plugins/ext; there is none\n", "remove", "ease.jar");
    }

    @Test
    void aCommandWithoutAWordSaysWhichThereAre() {
        StringWriter err = new StringWriter();
        assertEquals(2, Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), "plugin"));
        assertEquals("tier0: name a command: add, list or remove; see 'tier0 plugin --help'\n", err.toString());
    }
}
