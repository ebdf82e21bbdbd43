package dev.tierzero.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what the lock names, byte for byte, is ever opened. */
final class LockTest {

    private static final PluginJar GOOD = PluginJar.check("Good", "good-one", "return List.of();");

    @TempDir
    Path site;

    private Extensions load() {
        return Extensions.load(site, Map.of());
    }

    private static List<String> said(Extensions extensions) {
        return extensions.diagnostics().stream().map(LockTest::said).toList();
    }

    private static String said(Diagnostic d) {
        return d.position() + ": " + d.severity().word() + " " + d.code() + ": " + d.message() + " / " + d.hint();
    }

    private static List<String> ids(Extensions extensions) {
        return extensions.all().stream()
                .filter(e -> !e.origin().equals(Extension.BUILT_IN))
                .map(Extension::id)
                .toList();
    }

    @Test
    void aJarThatTheLockDoesNotNameIsNotOpened() {
        GOOD.write(site.resolve("plugins/ext/good.jar"));
        GOOD.write(site.resolve("plugins/ext/über alles.jar"));
        assertEquals(
                List.of(
                        "plugins/ext/good.jar: error PL001: jar is not in plugins.lock, so it was not opened"
                                + " / when you trust it, ./tier0 plugin add plugins/ext/good.jar; else delete it",
                        "plugins/ext/über alles.jar: error PL001: jar is not in plugins.lock, so it was not opened"
                                + " / give it a name of ASCII letters, digits and . _ + - that ends in .jar,"
                                + " then ./tier0 plugin add it"),
                said(load()));
        assertEquals(List.of(), ids(load()));
        assertFalse(Files.exists(site.resolve(".tier0")), "nothing was copied");
    }

    @Test
    void aJarThatChangedIsNotOpened() throws IOException {
        Path jar = GOOD.lock(site, "good.jar");
        String locked = Sha256.hex(Files.readAllBytes(jar)).substring(0, 12);
        assertEquals(List.of("good-one"), ids(load()));
        PluginJar.check("Good", "good-one", "System.exit(0); return null;").write(jar);
        String changed = Sha256.hex(Files.readAllBytes(jar)).substring(0, 12);
        assertEquals(
                List.of(
                        "plugins/ext/plugins.lock:1: error PL003: good.jar is not the jar that was locked, so it was not"
                                + " opened: its sha256 begins with " + changed + ", not " + locked
                                + " / find out who changed it; when you trust the new one, ./tier0 plugin add"
                                + " plugins/ext/good.jar"),
                said(load()));
        assertEquals(List.of(), ids(load()));
    }

    @Test
    void aCopyThatWasTamperedWithIsMadeAgain() throws IOException {
        Path jar = GOOD.lock(site, "good.jar");
        Path copy = load().jars().get(0).path();
        assertNotEquals(jar, copy);
        Files.write(copy, new byte[] {1, 2, 3});
        assertEquals(List.of("good-one"), ids(load()));
        assertEquals(Sha256.hex(Files.readAllBytes(jar)), Sha256.hex(Files.readAllBytes(copy)));
    }

    @Test
    void everyLineOfTheLockThatIsWrongIsNamed() throws IOException {
        Path jar = GOOD.write(site.resolve("plugins/ext/good.jar"));
        String digest = Sha256.hex(Files.readAllBytes(jar));
        String other = "0".repeat(64);
        Files.writeString(site.resolve(PluginLock.FILE), """
                # reviewed by the platform team
                %s  good.jar
                %s  good.jar
                %s  gone.jar
                %s  ../out.jar
                sha256 of good.jar
                %s *good.jar
                """.formatted(digest, digest, other, other, other));
        assertEquals(
                List.of(
                        "plugins/ext/plugins.lock:3: error PL005: good.jar stands in line 2 already / delete this line",
                        "plugins/ext/plugins.lock:4: error PL002: there is no jar gone.jar beside the lock"
                                + " / put the jar there, or ./tier0 plugin remove gone.jar",
                        "plugins/ext/plugins.lock:5: error PL004: not a line of sha256sum: \"" + other
                                + "  ../out.jar\" / write 64 hex digits, two blanks and the jar's file name,"
                                + " or let ./tier0 plugin add write it",
                        "plugins/ext/plugins.lock:6: error PL004: not a line of sha256sum: \"sha256 of good.jar\""
                                + " / write 64 hex digits, two blanks and the jar's file name,"
                                + " or let ./tier0 plugin add write it",
                        "plugins/ext/plugins.lock:7: error PL005: good.jar stands in line 2 already, with another"
                                + " sha256, so it was not opened / delete the wrong one of the two lines"),
                said(load()));
        assertEquals(List.of(), ids(load()));
    }

    @Test
    void whatIsNoJarOrOffersNothingIsSaid() throws IOException {
        Path text = Files.writeString(
                Files.createDirectories(site.resolve("plugins/ext")).resolve("text.jar"), "text");
        PluginJar.lock(site, text);
        PluginJar.empty().lock(site, "nothing.jar");
        List<String> said = said(load());
        assertEquals(
                "plugins/ext/nothing.jar: warning PL017: jar offers neither a plugin nor any other service / add"
                        + " META-INF/services/dev.tierzero.api.Plugin with the names of its plugins, or remove the jar",
                said.get(0));
        assertTrue(said.get(1).startsWith("plugins/ext/text.jar: error PL006: jar cannot be read: "), said.get(1));
    }

    @Test
    void theFingerprintTellsEveryChangeOfJarsAndLock() throws IOException {
        String none = Extensions.fingerprint(site);
        Path jar = GOOD.lock(site, "good.jar");
        String one = Extensions.fingerprint(site);
        assertNotEquals(none, one);
        assertEquals(one, Extensions.fingerprint(site));
        Files.write(jar, "x".getBytes(StandardCharsets.UTF_8), java.nio.file.StandardOpenOption.APPEND);
        assertNotEquals(one, Extensions.fingerprint(site));
    }

    @Test
    void aManifestCannotPullInJarsThatNobodyLocked() {
        Path hidden = GOOD.write(site.resolve("elsewhere/hidden.jar"));
        PluginJar.check("Puller", "puller", """
                        try {
                            Class.forName("org.example.Good");
                            return List.of(Diagnostic.info("XX001", SourcePosition.ofFile("x"), "seen", "none"));
                        } catch (ClassNotFoundException e) {
                            return List.of();
                        }
                        """)
                .saying("Class-Path", hidden.toUri().toString())
                .lock(site, "puller.jar");
        assertEquals(List.of(), seen("puller"));
    }

    private List<Diagnostic> seen(String id) {
        Extension extension =
                load().all().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
        return GuardTest.check(extension).value().orElseThrow();
    }
}
