package dev.tierzero.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
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
}
