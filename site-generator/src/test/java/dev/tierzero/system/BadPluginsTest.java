package dev.tierzero.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.engine.TestSite;
import dev.tierzero.extension.PluginJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A broken plugin is named, fails the run and leaves the published site as it was; each in a process of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class BadPluginsTest {

    /** The limit of a check, and what a run may take besides. */
    private static final double DEADLINE_SECONDS = 30;

    private static final double GRACE_SECONDS = 2;

    private static final String SITE = """
            -- content/a.md --
            # A
            -- content/b.md --
            # B
            """;

    @TempDir
    private Path folder = Path.of("");

    private TestSite site = new TestSite(Path.of(""));

    private SortedMap<String, String> before = new java.util.TreeMap<>();

    private Optional<Hanging> hanging = Optional.empty();

    /** A run that waits for its deadline while the other tests run; it waits without work, so that it takes no time from them. */
    private record Hanging(
            TestSite site,
            SortedMap<String, String> before,
            ForkedBuild build,
            long start,
            CompletableFuture<Long> end,
            double ordinary) {}

    @BeforeAll
    void aPluginHangs(@TempDir Path apart) {
        folder = apart;
        aPublishedSite();
        PluginJar.check("Bad", "bad-one", """
                        while (document.path().equals("b.md")) {
                            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000);
                        }
                        return List.of();
                        """).lock(site.folder(), "bad.jar");
        long start = System.nanoTime();
        ForkedBuild build = ForkedBuild.start("build", "--site", site.folder().toString());
        CompletableFuture<Long> end = build.process().onExit().thenApply(process -> System.nanoTime());
        hanging = Optional.of(new Hanging(site, before, build, start, end, ordinary()));
    }

    /** Seconds that a run on such a site takes now, beside whatever else this machine does, when no plugin hangs. */
    private double ordinary() {
        TestSite plain = TestSite.in(folder.resolve("ordinary" + System.nanoTime()), SITE);
        long start = System.nanoTime();
        assertEquals(
                0,
                ForkedBuild.start("build", "--site", plain.folder().toString())
                        .result()
                        .code());
        return (System.nanoTime() - start) / 1e9;
    }

    @BeforeEach
    void aPublishedSite() {
        site = TestSite.in(folder.resolve("site"), SITE);
        site.build();
        before = site.outputs();
        assertFalse(before.isEmpty());
        site.write("content/b.md", "# B\n\nchanged\n");
    }

    private record Ended(int code, String text, double seconds) {}

    private Ended build(String... options) {
        long start = System.nanoTime();
        List<String> arguments = Stream.concat(
                        Stream.of("build", "--site", site.folder().toString()), Stream.of(options))
                .toList();
        ForkedBuild.Result result =
                ForkedBuild.start(arguments.toArray(String[]::new)).result();
        return new Ended(result.code(), result.text(), (System.nanoTime() - start) / 1e9);
    }

    /** A fault: its name, the body of a check, and what the run says. */
    record Fault(String name, String body, String said) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        String jar = "plugins/ext/bad.jar: error ";
        return Stream.of(
                new Fault(
                        "throws",
                        "throw new IllegalStateException(\"boom\");",
                        jar + "PL012: plugin bad-one failed in check on content/a.md, content/b.md:"
                                + " IllegalStateException: boom at org.example.Bad.check(Bad.java:6)"),
                new Fault(
                        "returns null",
                        "return null;",
                        jar + "PL013: plugin bad-one returned nothing (null) in check for content/a.md, content/b.md"),
                new Fault(
                        "returns a list with null",
                        "return Arrays.asList((Diagnostic) null);",
                        jar + "PL013: plugin bad-one returned a list with nothing (null) in it in check for"),
                new Fault(
                        "makes a malformed finding",
                        "return List.of(Diagnostic.error(\"bad\", SourcePosition.ofFile(\"x\"), \"m\", \"h\"));",
                        jar + "PL012: plugin bad-one failed in check on content/a.md, content/b.md:"
                                + " IllegalArgumentException: not a finding code: bad"),
                new Fault(
                        "runs out of stack",
                        "return check(document, site);",
                        jar
                                + "PL012: plugin bad-one failed in check on content/a.md, content/b.md: StackOverflowError"),
                new Fault(
                        "runs out of memory",
                        "List<long[]> all = new ArrayList<>(); while (true) { all.add(new long[1 << 24]); }",
                        jar + "PL012: plugin bad-one failed in check on content/a.md"),
                new Fault(
                        "needs a class that is not there",
                        "return new Object() { List<Diagnostic> none() { return List.of(); } }.none();",
                        jar + "PL008: plugin bad-one failed in check on content/a.md, content/b.md:"
                                + " it needs the class org.example.Bad$1, which it cannot see"),
                new Fault(
                        "changes what it was given",
                        "document.headings().add(null); return List.of();",
                        jar + "PL012: plugin bad-one failed in check on content/a.md, content/b.md:"
                                + " UnsupportedOperationException"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsAFindingThatNamesThePluginAndTheSiteStays(Fault fault) {
        PluginJar.check("Bad", "bad-one", fault.body()).lock(site.folder(), "bad.jar", "org/example/Bad$1");
        Ended ended = build("--threads", "2");
        assertTrue(ended.text().contains(fault.said()), ended.text());
        assertEquals(1, ended.code(), ended.text());
        assertEquals(before, site.outputs());
        assertTrue(ended.seconds() < DEADLINE_SECONDS, ended.seconds() + " s");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aHangingPluginCostsItsDeadlineAndNamesThePage() {
        Hanging run = hanging.orElseThrow();
        ForkedBuild.Result ended = run.build().result();
        assertTrue(
                ended.text()
                        .contains("plugins/ext/bad.jar: error PL014: plugin bad-one did not finish check within 30 s,"
                                + " busy with content/b.md; it was at org.example.Bad.check(Bad.java:"),
                ended.text());
        assertEquals(1, ended.code());
        assertEquals(run.before(), run.site().outputs());
        double seconds = (run.end().join() - run.start()) / 1e9;
        double own = seconds - DEADLINE_SECONDS;
        double ordinary = run.ordinary() + ordinary();
        assertTrue(own > 0 && own < GRACE_SECONDS + ordinary, seconds + " s; two ordinary runs take " + ordinary);
    }

    @Test
    void aCollectorThatHangsCostsItsTimeAndIsAWarning() {
        PluginJar.of("Bad", """
                        public final class Bad implements DataCollector {
                            public String id() { return "bad-one"; }
                            public Dataset collect(CollectRequest request) { while (true) { Thread.onSpinWait(); } }
                        }
                        """).lock(site.folder(), "bad.jar");
        site.write("site.yaml", "plugins:\n  bad-one: {collect-seconds: 1}\n");
        Ended ended = build();
        assertTrue(
                ended.text()
                        .contains(
                                "plugins/ext/bad.jar: warning PL014: plugin bad-one did not finish collect within 2 s;"
                                        + " it was at org.example.Bad.collect(Bad.java:6)"),
                ended.text());
        assertEquals(0, ended.code());
        double ordinary = ordinary() + ordinary();
        assertTrue(
                ended.seconds() < 2 + GRACE_SECONDS + ordinary,
                ended.seconds() + " s; two ordinary runs take " + ordinary);
    }

    @Test
    void aContributorThatFailsIsAnErrorAndTheSiteStays() {
        PluginJar.of("Bad", """
                        public final class Bad implements PageContributor {
                            public String id() { return "bad-one"; }
                            public List<Contribution> contribute(SiteView site) {
                                return List.of(new ContributedFile("x.txt", null));
                            }
                        }
                        """).lock(site.folder(), "bad.jar");
        Ended ended = build();
        assertTrue(
                ended.text()
                        .contains("plugins/ext/bad.jar: error PL012: plugin bad-one failed in contribute:"
                                + " NullPointerException: text at org.example.Bad.contribute(Bad.java:7)"),
                ended.text());
        assertEquals(1, ended.code());
        assertEquals(before, site.outputs());
    }

    @Test
    void whatAPluginPrintsIsARemarkAndKeepsOutOfWhatProgramsRead() throws IOException {
        PluginJar.check("Bad", "bad-one", """
                        System.out.println("looking at " + document.path());
                        return List.of();
                        """).lock(site.folder(), "bad.jar");
        Ended ended = build("--format", "json", "--threads", "1");
        assertEquals(0, ended.code(), ended.text());
        assertTrue(ended.text().startsWith("[{\"severity\": "), ended.text());
        assertTrue(
                ended.text()
                        .contains("\"code\": \"PL016\", \"file\": \"plugins/ext/bad.jar\", \"line\": 0, \"column\": 0,"
                                + " \"message\": \"plugin bad-one printed 2 lines in check: \\\"looking at a.md\\\"\""),
                ended.text());
    }

    @Test
    void severalBadPluginsAreAllNamedAndTheGoodOneStillWorks() {
        PluginJar.check("Bad", "bad-one", "throw new IllegalStateException(\"boom\");")
                .lock(site.folder(), "bad.jar");
        PluginJar.check("Worse", "worse-one", "return null;").lock(site.folder(), "worse.jar");
        PluginJar.check("Good", "good-one", """
                        return List.of(Diagnostic.warning("XX001", SourcePosition.ofFile(document.file()), "seen", "go on"));
                        """).lock(site.folder(), "good.jar");
        Ended ended = build();
        for (String said :
                List.of("plugin bad-one failed", "plugin worse-one returned", "content/a.md: warning XX001: seen")) {
            assertTrue(ended.text().contains(said), ended.text());
        }
        assertEquals(1, ended.code());
    }
}
