package dev.tierzero.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which plugins a site has, and what is said about those that it cannot have. */
final class LoadingTest {

    private static final PluginJar GOOD = PluginJar.check("Good", "good-one", "return List.of();");

    @TempDir
    Path site;

    private Extensions load() {
        return Extensions.load(site, Map.of());
    }

    private static List<String> said(Extensions extensions) {
        return extensions.diagnostics().stream().map(LoadingTest::said).toList();
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
    void aLockedJarIsLoadedWithItsVersionAndOrigin() {
        GOOD.saying("Implementation-Version", "1.2").lock(site, "good.jar");
        Extensions extensions = load();
        assertEquals(List.of(), said(extensions));
        Extension good = extensions.all().stream()
                .filter(e -> e.id().equals("good-one"))
                .findFirst()
                .orElseThrow();
        assertEquals("1.2", good.version());
        assertEquals("plugins/ext/good.jar", good.origin());
        assertEquals(List.of("check"), good.stages());
    }

    @Test
    void thePluginsThatComeWithTheGeneratorAreThereWithoutAnyFile() {
        List<String> ids = load().all().stream().map(Extension::id).toList();
        assertEquals(List.of("coverage", "kpi-snapshot", "runbook-check"), ids);
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
    void everyClassThatIsNoUsablePluginIsNamedAndTheOthersAreThere() {
        GOOD.with("Thrown", """
                        public final class Thrown implements SiteCheck {
                            public Thrown() { throw new IllegalStateException("no token"); }
                            public String id() { return "thrown"; }
                            public List<Diagnostic> check(SiteView site) { return List.of(); }
                        }
                        """)
                .with("Broken", """
                        public final class Broken implements SiteCheck {
                            static final int SIZE = Integer.parseInt("many");
                            public String id() { return "broken"; }
                            public List<Diagnostic> check(SiteView site) { return List.of(); }
                        }
                        """)
                .with("Hidden", """
                        public final class Hidden implements SiteCheck {
                            private Hidden() {}
                            public String id() { return "hidden"; }
                            public List<Diagnostic> check(SiteView site) { return List.of(); }
                        }
                        """)
                .with("Other", "public final class Other {}")
                .providing(
                        "dev.tierzero.api.Plugin",
                        "org.example.Thrown",
                        "org.example.Missing",
                        "org.example.Broken",
                        "org.example.Hidden",
                        "org.example.Other",
                        "org.example.Good")
                .lock(site, "many.jar");
        Extensions extensions = load();
        String hint = " / name public classes with a public constructor without parameters in"
                + " META-INF/services/dev.tierzero.api.Plugin";
        String jar = "plugins/ext/many.jar: error PL007: jar names a class that is no usable plugin: org.example.";
        assertEquals(
                List.of(
                        jar + "Broken could not be instantiated: NumberFormatException: For input string: \"many\""
                                + " at org.example.Broken.<clinit>(Broken.java:5)" + hint,
                        jar + "Hidden Unable to get public no-arg constructor" + hint,
                        jar + "Missing not found" + hint,
                        jar + "Other not a subtype" + hint,
                        jar + "Thrown could not be instantiated: IllegalStateException: no token"
                                + " at org.example.Thrown.<init>(Thrown.java:5)" + hint),
                said(extensions));
        assertEquals(List.of("good-one"), ids(extensions));
    }

    @Test
    void aPluginSeesNeitherTheGeneratorNorItsLibrariesNorAnotherPlugin() {
        PluginJar.check("Curious", "curious", """
                        StringBuilder seen = new StringBuilder();
                        for (String name : List.of("dev.tierzero.extension.Guard", "com.vladsch.flexmark.util.ast.Node",
                                "com.fasterxml.jackson.databind.ObjectMapper", "org.example.Good", "java.sql.Driver")) {
                            try {
                                Class.forName(name);
                                seen.append(name).append(' ');
                            } catch (ClassNotFoundException e) {
                                continue;
                            }
                        }
                        seen.append(getClass().getResource("/dev/tierzero/cli/Main.class") == null ? "" : "Main ");
                        seen.append(Thread.currentThread().getContextClassLoader() == getClass().getClassLoader());
                        return List.of(Diagnostic.info("XX001", SourcePosition.ofFile("x"), seen.toString(), "none"));
                        """).lock(site, "curious.jar");
        GOOD.lock(site, "good.jar");
        assertEquals("java.sql.Driver true", seen("curious").get(0).message());
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

    @Test
    void aClassThatThePluginCannotSeeIsNamed() {
        PluginJar needy = PluginJar.of("Needy", """
                        public final class Needy implements SiteCheck {
                            private final Part part = new Part();
                            public String id() { return "needy"; }
                            public List<Diagnostic> check(SiteView site) { return List.of(); }
                        }
                        """).with("Part", "public final class Part {}");
        needy.lock(site, "needy.jar", "org/example/Part");
        assertEquals(
                List.of("plugins/ext/needy.jar: error PL008: jar needy.jar failed in load: it needs the class"
                        + " org.example.Part, which it cannot see at org.example.Needy.<init>(Needy.java:5)"
                        + " / put what it needs into its jar, or build it against this generator's plugin-api"),
                said(load()));
    }

    @Test
    void anIdIsWellFormedAndBelongsToOnePlugin() {
        GOOD.lock(site, "a.jar");
        GOOD.lock(site, "b.jar");
        PluginJar.check("Twin", "coverage", "return List.of();").lock(site, "c.jar");
        PluginJar.check("Shout", "SHOUT", "return List.of();").lock(site, "d.jar");
        Extensions extensions = load();
        String hint = " / remove one of the two; an id belongs to one plugin of a site";
        assertEquals(
                List.of(
                        "plugins/ext/b.jar: error PL010: there is a plugin good-one already, in plugins/ext/a.jar;"
                                + " this one was left out" + hint,
                        "plugins/ext/c.jar: error PL010: there is a plugin coverage already, built in;"
                                + " this one was left out" + hint,
                        "plugins/ext/d.jar: error PL009: not an id of a plugin: \"SHOUT\" of org.example.Shout"
                                + " / return 2 to 40 lower-case letters, digits and hyphens that begin with a letter"),
                said(extensions));
        assertEquals(List.of("good-one"), ids(extensions));
    }

    @Test
    void settingsSwitchAPluginOffAndNameOnlyPluginsThatAreThere() {
        GOOD.lock(site, "good.jar");
        Extensions extensions = Extensions.load(
                site,
                Map.of(
                        "good-one", settings(3, Map.of("enabled", "false")),
                        "covrage", settings(5, Map.of()),
                        "coverage", settings(7, Map.of("enabled", "perhaps", "environment", "TOKEN"))));
        assertEquals(List.of(), ids(extensions));
        assertEquals(
                List.of("good-one"),
                extensions.off().stream().map(Extension::id).toList());
        assertEquals(
                List.of(
                        "site.yaml:5: error PL011: there is no plugin covrage / did you mean coverage?",
                        "site.yaml:7: error PL015: plugins.coverage.enabled is neither true nor false"
                                + " / write enabled: false to switch the plugin off, or delete the line",
                        "site.yaml:7: error PL015: plugins.coverage.environment is not a list of names of variables"
                                + " / write names of letters, digits and _: environment: [METRICS_TOKEN]; never a value"),
                said(extensions));
    }

    private static DataNode settings(int line, Map<String, String> entries) {
        SourcePosition at = SourcePosition.ofLine("site.yaml", line);
        Map<String, DataNode> nodes = new java.util.TreeMap<>();
        entries.forEach((key, value) -> nodes.put(key, DataNode.ofText(value, at)));
        return DataNode.ofMap(nodes, at);
    }

    @Test
    void servicesOfLockedJarsAreFoundEachInItsOwnLoader() {
        PluginJar.empty()
                .with("Words", """
                        public final class Words implements java.util.function.Supplier<String> {
                            public String get() { return "from a jar"; }
                        }
                        """)
                .providing("java.util.function.Supplier", "org.example.Words")
                .lock(site, "words.jar");
        Extensions extensions = load();
        assertEquals(List.of(), said(extensions));
        assertEquals(
                "from a jar",
                extensions.services(java.util.function.Supplier.class).get(0).get());
        assertEquals(
                List.of("words.jar"),
                extensions.jars().stream().map(LockedJar::name).toList());
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
}
