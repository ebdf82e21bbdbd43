package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.CollectRequest;
import dev.tierzero.api.CollectedData;
import dev.tierzero.api.ContributedFile;
import dev.tierzero.api.ContributedPage;
import dev.tierzero.api.Contribution;
import dev.tierzero.api.DataCollector;
import dev.tierzero.api.DataNode;
import dev.tierzero.api.Dataset;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Document;
import dev.tierzero.api.DocumentCheck;
import dev.tierzero.api.Html;
import dev.tierzero.api.Insert;
import dev.tierzero.api.PageContributor;
import dev.tierzero.api.PageFact;
import dev.tierzero.api.Plugin;
import dev.tierzero.api.SiteCheck;
import dev.tierzero.api.SiteFiles;
import dev.tierzero.api.SiteView;
import dev.tierzero.api.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginStagesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path folder;

    /** Contributes what a test says. */
    private record Adding(Function<SiteView, List<Contribution>> what) implements PageContributor {
        @Override
        public String id() {
            return "adding";
        }

        @Override
        public List<Contribution> contribute(SiteView site) {
            return what.apply(site);
        }
    }

    /** What is outside the site: a text, or a source that fails. */
    private static final class Outside {
        private Optional<String> text;

        Outside(Optional<String> text) {
            this.text = text;
        }
    }

    /** Collects what a test says. */
    private record Fetching(Outside source) implements DataCollector, PageContributor {
        @Override
        public String id() {
            return "fetching";
        }

        @Override
        public Dataset collect(CollectRequest request) throws IOException {
            if (request.isOffline()) {
                return Dataset.of(request.previous().map(CollectedData::text).orElse("none"));
            }
            String text = source.text.orElseThrow(() -> new IOException("refused by " + token(request)));
            return new Dataset(text + token(request), Map.of("kept/today.csv", text + "\n"), List.of());
        }

        private static String token(CollectRequest request) {
            return request.environment("TOKEN").map(" with "::concat).orElse("");
        }

        @Override
        public boolean isLive(SiteFiles site) {
            return true;
        }

        @Override
        public List<Contribution> contribute(SiteView site) {
            String shown = site.data()
                    .map(d -> d.text() + d.failure().map(f -> " (" + f + ")").orElse(""))
                    .orElse("nothing");
            return List.of(new Insert("data:now", Html.text(shown), false));
        }
    }

    /** Finds a word. */
    private record Searching(String word) implements DocumentCheck, SiteCheck {
        @Override
        public String id() {
            return "searching";
        }

        @Override
        public Map<String, String> registers() {
            return Map.of("words", """
                    {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "word", "type": "object",
                     "properties": {"id": {"type": "string", "pattern": "^[a-z]+$"}}, "required": ["id"],
                     "additionalProperties": false}
                    """);
        }

        @Override
        public List<Diagnostic> check(Document document, SiteView site) {
            return document.text().contains(word)
                    ? List.of(
                            Diagnostic.error("ZZ001", document.headings().get(0).position(), "found", "drop it"))
                    : List.of();
        }

        @Override
        public List<Diagnostic> check(SiteView site) {
            return site.register("words").orElse(List.of()).stream()
                    .map(entry -> Diagnostic.warning(
                            "ZZ002",
                            entry.position(),
                            "word " + entry.text("id").orElse(""),
                            "ok"))
                    .toList();
        }
    }

    /** A site that has nothing to remark but what a test plants. */
    private TestSite site(String text) {
        String settings = "front-matter:\n  unknown: ignore\n";
        String all = text.startsWith("-- site.yaml --") ? text : "-- site.yaml --\n" + text;
        return TestSite.in(folder, all.replace("-- site.yaml --\n", "-- site.yaml --\n" + settings));
    }

    /** Findings without the remark that a page says nothing about itself. */
    private static List<Diagnostic> found(Outcome outcome) {
        return found(outcome.diagnostics());
    }

    private static List<Diagnostic> found(List<Diagnostic> findings) {
        return findings.stream().filter(d -> !d.code().equals("FM020")).toList();
    }

    private Outcome build(TestSite site, Plugin... plugins) throws Exception {
        return new Build(request(site, plugins), Progress.NONE).publish(Optional.of(dev.tierzero.api.Severity.ERROR));
    }

    private static Request request(TestSite site, Plugin... plugins) {
        return site.request()
                .with(new Request.Plugged(
                        false,
                        Optional.empty(),
                        () -> NOON,
                        name -> name.equals("TOKEN") ? Optional.of("s3cret-canary") : Optional.empty(),
                        List.of(plugins)));
    }

    @Test
    void aContributedPageIsAPageLikeAnyOther() throws Exception {
        TestSite site = site("""
                -- content/index.md --
                # Home

                See [figures](figures/all.html#by-week) and the [data](figures/all.csv).
                -- content/help/a.md --
                # Alpha

                ## Fix
                """);
        Html body = Html.of(
                Html.element("h2", "By week"),
                Html.element("p", Html.text("A < B: "), Html.link("/help/a.md#fix", "the fix")),
                Html.element("svg", Html.element("path").attribute("d", "M0 0h9"))
                        .attribute("viewBox", "0 0 9 9"));
        Outcome outcome = build(
                site,
                new Adding(view -> List.of(
                        new ContributedPage(
                                "figures/all.html", "All figures", "page", Map.of("description", "All."), body),
                        new ContributedFile("figures/all.csv", "week,value\n"))));
        assertEquals(List.of(), TestSite.whole(found(outcome)));
        String page = site.output("figures/all.html");
        assertTrue(page.contains("<h2 id=\"by-week\">By week<a class=\"permalink\""), page);
        assertTrue(page.contains("A &lt; B: <a href=\"../help/a.html#fix\">the fix</a>"), page);
        assertTrue(page.contains("viewBox=\"0 0 9 9\""), page);
        assertFalse(page.contains("Edit this page"), "there is no source to edit");
        assertTrue(site.output("index.html").contains("href=\"figures/all.html#by-week\""));
        assertTrue(site.output("help/a.html").contains("All figures"), "it is in the navigation and links back");
        assertEquals("week,value\n", site.output("figures/all.csv"));
    }

    @Test
    void insertsStandInLinesAndForParagraphsInBothMarkups() throws Exception {
        TestSite site = site("""
                -- content/a.md --
                # Alpha

                Adoption is {kpi:adoption} today, {other:thing} stays.

                {kpi:table}
                -- content/deep/b.adoc --
                = Beta

                Adoption is {kpi:adoption} today.

                {kpi:table}
                """);
        Outcome outcome = build(
                site,
                new Adding(view -> List.of(
                        new Insert("kpi:adoption", Html.link("/a.md", "71 %"), false),
                        new Insert("kpi:table", Html.element("table", Html.element("tr")), true))));
        assertEquals(List.of(), TestSite.whole(found(outcome)));
        assertTrue(site.output("a.html")
                .contains("<p>Adoption is <a href=\"a.html\">71 %</a> today, {other:thing} stays.</p>"));
        assertTrue(site.output("deep/b.html").contains("<p>Adoption is <a href=\"../a.html\">71 %</a> today.</p>"));
        assertFalse(site.output("deep/b.html").contains("<p><table>"));
        assertTrue(site.output("deep/b.html").contains("<table><tr></tr></table>"));
    }

    @Test
    void anInsertThatThereIsNotIsFoundWithASuggestionAndABlockNeedsAParagraph() throws Exception {
        TestSite site = site("""
                -- content/a.md --
                # Alpha

                It is {kpi:adoptoin}.

                Within {kpi:table} a line.
                """);
        Outcome outcome = build(
                site,
                new Adding(view -> List.of(
                        new Insert("kpi:adoption", Html.text("71 %"), false),
                        new Insert("kpi:table", Html.element("table"), true))));
        assertEquals(
                List.of(
                        "content/a.md:3:7: error CT001: there is no {kpi:adoptoin}; did you mean {kpi:adoption}? / "
                                + "write one of: kpi:adoption, kpi:table",
                        "content/a.md:5:8: error CT006: {kpi:table} is a block, and stands here within a paragraph / "
                                + "put it into a paragraph of its own, with an empty line before and after"),
                TestSite.whole(found(outcome)));
    }

    @Test
    void whatIsThereAlreadyIsNotContributedAgain() throws Exception {
        TestSite site = site("""
                -- content/a.md --
                # Alpha
                """);
        Outcome outcome = build(
                site,
                new Adding(view -> List.of(
                        new ContributedPage("a.html", "Other", "page", Map.of(), Html.EMPTY),
                        new ContributedPage("404.html", "Other", "page", Map.of(), Html.EMPTY),
                        new ContributedPage("b.html", "First", "page", Map.of(), Html.EMPTY),
                        new ContributedPage("b.html", "Second", "page", Map.of(), Html.EMPTY),
                        new ContributedFile("../x.json", "{}"),
                        new ContributedFile("robots.txt", ""),
                        new ContributedFile("build.json", "{}"),
                        new Insert("kpi:a", Html.EMPTY, false),
                        new Insert("kpi:a", Html.EMPTY, false),
                        PageFact.of("gone.md", "Label", "text"))));
        assertEquals(
                List.of("CT002", "CT002", "CT002", "CT003", "CT003", "CT003", "CT004", "CT005"),
                found(outcome).stream().map(Diagnostic::code).sorted().toList());
        assertTrue(found(outcome).stream().allMatch(d -> d.message().startsWith("the plugin adding: ")));
    }

    @Test
    void factsStandInTheCardOfARunbook() throws Exception {
        TestSite site = site("""
                -- content/vault.md --
                ---
                title: Vault
                type: runbook
                ---
                ## Symptoms
                -- content/drills.md --
                # Drills
                """);
        Outcome outcome = build(
                site,
                new Adding(view -> List.of(new PageFact(
                        "vault.md", "Last drill", "38 min 12 s", "/drills.md", "2026-10-10", PageFact.Tone.GOOD))));
        assertEquals(List.of(), errors(outcome));
        String page = site.output("vault.html");
        assertTrue(
                page.contains("<dt>Last drill</dt><dd><a href=\"drills.html\">38 min 12 s</a> · "
                        + "<time datetime=\"2026-10-10\" data-age>2026-10-10</time></dd>"),
                page);
    }

    private static List<String> errors(Outcome outcome) {
        return TestSite.whole(found(outcome).stream()
                .filter(d -> d.severity() == dev.tierzero.api.Severity.ERROR
                        && !d.code().startsWith("RB"))
                .toList());
    }

    @Test
    void checksSeePagesAndRegistersAndEntriesThatDoNotFitAreFoundAtTheirPlace() throws Exception {
        TestSite site = site("""
                -- content/a.md --
                # Alpha

                ## Beta

                needle
                -- content/_data/words.yaml --
                - id: good
                - id: "NO"
                - {id: good}
                - id: extra
                  other: 1
                """);
        Outcome outcome = build(site, new Searching("needle"));
        assertEquals(
                List.of(
                        "content/_data/words.yaml:1:3: warning ZZ002: word good",
                        "content/_data/words.yaml:2:7: error RG002: \"NO\" is not a word.id",
                        "content/_data/words.yaml:3:8: error RG003: id \"good\" is given twice, first in line 1",
                        "content/_data/words.yaml:5:3: error RG002: unknown key \"other\" in word",
                        "content/a.md:3:1: error ZZ001: found"),
                found(outcome).stream()
                        .map(d -> d.position() + ": " + d.severity().word() + " " + d.code() + ": " + d.message())
                        .toList());
    }

    @Test
    void aRegisterThatIsNoListIsFound() throws Exception {
        TestSite site = site("""
                -- content/a.md --
                # Alpha
                -- content/_data/words.yaml --
                id: alone
                """);
        assertEquals(
                List.of("content/_data/words.yaml:1:1: error RG001: the data cannot be read: a register is a list, "
                        + "and this is a map / begin every entry with a hyphen"),
                TestSite.whole(found(build(site, new Searching("x")))));
    }

    @Test
    void aSchemaThatCannotBeUsedIsAFindingAboutThePlugin() throws Exception {
        TestSite site = site("""
                -- content/a.md --
                # Alpha
                -- content/_data/terms.yaml --
                - { term: x }
                """);
        Plugin plugin = new Declaring(Map.of("terms", "{if: {}}"));
        assertEquals(
                List.of(
                        "site.yaml: error PL018: plugin declaring has a schema of the register terms that cannot be used: not a"
                                + " schema: \"if\" is no schema keyword that is taken here / use type, properties, required,"
                                + " additionalProperties, items, enum, pattern, format, and limits; until that is mended,"
                                + " plugins.declaring.enabled: false switches it off"),
                TestSite.whole(found(build(site, plugin))));
    }

    /** Declares registers and does nothing. */
    private record Declaring(Map<String, String> registers) implements SiteCheck {
        @Override
        public String id() {
            return "declaring";
        }

        @Override
        public List<Diagnostic> check(SiteView site) {
            return List.of();
        }
    }

    @Test
    void dataThatChangesMakesANewSiteAndDataThatDoesNotMakesNone() throws Exception {
        TestSite site = site("-- content/a.md --\n# Alpha\n\nNow {data:now}.\n");
        Outside source = new Outside(Optional.of("one"));
        Fetching plugin = new Fetching(source);
        assertEquals(Outcome.State.PUBLISHED, build(site, plugin).state());
        assertTrue(site.output("a.html").contains("Now one."));
        assertEquals(Outcome.State.UNCHANGED, build(site, plugin).state());
        source.text = Optional.of("two");
        assertEquals(Outcome.State.PUBLISHED, build(site, plugin).state());
        assertTrue(site.output("a.html").contains("Now two."));
    }

    @Test
    void aSourceThatFailsKeepsTheLastGoodDataAndTheBuildGoesOn() throws Exception {
        TestSite site = site("-- content/a.md --\n# Alpha\n\nNow {data:now}.\n");
        Outside source = new Outside(Optional.of("one"));
        Fetching plugin = new Fetching(source);
        build(site, plugin);
        source.text = Optional.empty();
        Outcome outcome = build(site, plugin);
        assertEquals(Outcome.State.PUBLISHED, outcome.state());
        assertTrue(site.output("a.html").contains("Now one ("), site.output("a.html"));
        assertEquals(1, found(outcome).size());
        assertTrue(found(outcome).get(0).message().contains("fetching"));
    }

    @Test
    void aCheckAsksNothingOutside() throws Exception {
        TestSite site = site("-- content/a.md --\n# Alpha\n\nNow {data:now}.\n");
        Outside source = new Outside(Optional.empty());
        Outcome outcome = new Build(request(site, new Fetching(source)), Progress.NONE).check();
        assertEquals(List.of(), found(outcome));
    }

    @Test
    void aBuildThatMayAskAsksAfterOneThatMightNot() throws Exception {
        TestSite site = site("-- content/a.md --\n# Alpha\n\nNow {data:now}.\n");
        Request online = request(site, new Fetching(new Outside(Optional.of("one"))));
        Request offline = online.with(online.plugged().withoutNetwork());
        new Build(offline, Progress.NONE).publish(Optional.empty());
        assertTrue(site.output("a.html").contains("Now none."), site.output("a.html"));
        assertEquals(
                Outcome.State.UNCHANGED,
                new Build(offline, Progress.NONE).publish(Optional.empty()).state());
        new Build(online, Progress.NONE).publish(Optional.empty());
        assertTrue(site.output("a.html").contains("Now one."), site.output("a.html"));
    }

    @Test
    void aFolderThatCannotKeepDataIsNamedAndIsNoDefect() throws Exception {
        TestSite site = site("-- content/a.md --\n# Alpha\n");
        Path kept = folder.resolve(".tier0/cache/data");
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, "a file");
        java.io.IOException stopped = org.junit.jupiter.api.Assertions.assertThrows(
                java.io.IOException.class, () -> build(site, new Fetching(new Outside(Optional.of("one")))));
        assertTrue(String.valueOf(stopped.getMessage()).contains("cache/data"), stopped.toString());
    }

    @Test
    void aTokenIsSeenOnlyWhenTheSettingsAllowItAndNeverAgain() throws Exception {
        TestSite site = site("""
                -- site.yaml --
                plugins:
                  fetching:
                    environment: [TOKEN]
                -- content/a.md --
                # Alpha

                Now {data:now}.
                """);
        Outside source = new Outside(Optional.of("one"));
        assertEquals(List.of(), TestSite.whole(found(build(site, new Fetching(source)))));
        assertTrue(site.output("a.html").contains("Now one with •••."), site.output("a.html"));
        source.text = Optional.empty();
        Outcome failed = build(site, new Fetching(source));
        assertTrue(found(failed).get(0).message().contains("•••"), found(failed).toString());
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(
                        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                                .contains("s3cret-canary"),
                        file.toString());
            }
        }
    }

    @Test
    void aPreviewOfAPullRequestIsOffline() throws Exception {
        TestSite site = site("-- content/a.md --\n# Alpha\n\nNow {data:now}.\n");
        Request given = request(site, new Fetching(new Outside(Optional.empty())));
        for (Map<String, String> environment :
                List.of(Map.of("PULL_REQUEST", "true"), Map.of("CONTEXT", "deploy-preview"))) {
            Request preview = new Request(given.site(), given.output(), 1, environment, false, false, given.plugged());
            Outcome outcome = new Build(preview, Progress.NONE).publish(Optional.empty());
            assertEquals(List.of(), found(outcome), environment.toString());
        }
    }

    @Test
    void refreshWritesTheHistoryAndOnlyWhatIsNew() throws Exception {
        TestSite site = site("-- content/a.md --\n# Alpha\n");
        Outside source = new Outside(Optional.of("one"));
        Plugin plugin = new Fetching(source);
        assertEquals(
                List.of("content/_data/kept/today.csv"),
                new Refresh(request(site, plugin)).run().written());
        assertEquals("one\n", Files.readString(folder.resolve("content/_data/kept/today.csv")));
        Refresh.Result again = new Refresh(request(site, plugin)).run();
        assertEquals(List.of(), again.written());
        assertEquals(1, again.unchanged());
    }

    /** Notes which pages it is asked about. */
    private record Noting(List<String> asked) implements DocumentCheck {
        @Override
        public String id() {
            return "noting";
        }

        @Override
        public List<Diagnostic> check(Document document, SiteView site) {
            asked.add(document.path());
            return List.of(Diagnostic.warning("ZZ003", SourcePosition.ofFile(document.file()), "seen", "ok"));
        }
    }

    /** The pages that a build asks the checks about. */
    private List<String> asked(TestSite site) throws Exception {
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        Outcome outcome = build(site, new Noting(asked));
        assertEquals(
                List.of("content/a.md", "content/b.adoc", "content/c.md"),
                found(outcome).stream()
                        .filter(d -> d.code().equals("ZZ003"))
                        .map(d -> d.position().file())
                        .toList(),
                "kept findings are told like new ones");
        return asked.stream().sorted().toList();
    }

    @Test
    void aPageIsCheckedAgainWhenItOrWhatChecksMayLookAtHasChanged() throws Exception {
        TestSite site = site("""
                -- content/a.md --
                # Alpha

                ## One
                -- content/b.adoc --
                = Beta

                include::_part.adoc[]
                -- content/_part.adoc --
                Part.
                -- content/c.md --
                # Gamma
                -- content/_data/words.yaml --
                - id: good
                """);
        List<String> all = List.of("a.md", "b.adoc", "c.md");
        assertEquals(all, asked(site));
        site.write("content/a.md", "# Alpha\n\n## One\n\nMore text.\n");
        assertEquals(List.of("a.md"), asked(site));
        site.write("content/a.md", "# Alpha\n\n## Two\n\nMore text.\n");
        assertEquals(all, asked(site), "a heading that others may ask for");
        site.write("content/_part.adoc", "Other part.\n");
        assertEquals(all, asked(site), "a file that is no page");
        site.write("content/_data/words.yaml", "- id: better\n");
        assertEquals(all, asked(site), "a register");
        site.write("site.yaml", "plugins:\n  noting:\n    x: 1\n");
        assertEquals(all, asked(site), "a setting");
        site.write("content/c.md", "# Gamma\n\nSee [a](a.md).\n");
        assertEquals(all, asked(site), "a link");
        site.write("content/c.md", "# Gamma\n\nLook at [a](a.md).\n");
        assertEquals(List.of("c.md"), asked(site));
    }

    /** Brings files, as a test says. */
    private record Bringing(String id, Map<String, String> files) implements DataCollector {
        @Override
        public Dataset collect(CollectRequest request) {
            return new Dataset("", files, List.of());
        }
    }

    @Test
    void aFileOfDataThatCannotBeIsAFindingAndTheOthersAreWritten() throws Exception {
        TestSite site = site("-- content/a.md --\n# A\n");
        Refresh.Result result = new Refresh(request(
                        site,
                        new Bringing("first-one", Map.of("kept/a.csv", "1\n", "../a.md", "x")),
                        new Bringing("second-one", Map.of("kept/a.csv", "2\n", "kept/b.csv", "3\n"))))
                .run();
        assertEquals(List.of("content/_data/kept/a.csv", "content/_data/kept/b.csv"), result.written());
        assertEquals("1\n", Files.readString(folder.resolve("content/_data/kept/a.csv")));
        assertEquals(
                List.of(
                        "the plugin first-one: the path \"../a.md\" is none that a file of data can have",
                        "the plugin second-one: content/_data/kept/a.csv is written by the plugin first-one already"),
                result.diagnostics().stream().map(Diagnostic::message).toList());
    }

    @Test
    void aTimeForCollectingThatIsNoneIsFoundWhereItStands() throws Exception {
        TestSite site = site("""
                -- site.yaml --
                plugins:
                  fetching:
                    collect-seconds: soon
                -- content/a.md --
                # A
                """);
        assertEquals(
                List.of(
                        "site.yaml:5:22: error PL015: plugins.fetching.collect-seconds is not a number of seconds up to 600"
                                + " / write a number above 0: collect-seconds: 20"),
                TestSite.whole(found(build(site, new Fetching(new Outside(Optional.of("one")))))));
    }

    @Test
    void aFindingInTheSettingsKeepsItsLineWhenAnotherLineComesAboveIt() throws Exception {
        TestSite site = site("""
                -- site.yaml --
                plugins:
                  nobody: {x: 1}
                -- content/a.md --
                # A
                """);
        assertEquals(4, found(build(site)).get(0).position().line());
        site.write("site.yaml", "# a comment\n" + Files.readString(folder.resolve("site.yaml")));
        assertEquals(5, found(build(site)).get(0).position().line());
    }

    @Test
    void aFolderIsReachedByWhicheverIndexItHas() throws Exception {
        TestSite site = site("""
                -- content/a.md --
                # A

                [b](b/) and [c](c)
                -- content/b/README.adoc --
                = B
                -- content/c/_index.adoc --
                = C
                """);
        AtomicReference<List<String>> seen = new AtomicReference<>(List.of());
        build(site, new Adding(view -> {
            Document page = view.document("a.md").orElseThrow();
            seen.set(page.links().stream()
                    .map(link -> view.target(page, link).map(Document::path).orElse("-"))
                    .toList());
            return List.of();
        }));
        assertEquals(List.of("b/README.adoc", "c/_index.adoc"), seen.get());
    }

    @Test
    void damagedKeptFindingsAreAsGoodAsNone() throws Exception {
        TestSite site = site("-- content/a.md --\n# A\n-- content/b.adoc --\n= B\n-- content/c.md --\n# C\n");
        asked(site);
        Path kept = folder.resolve(".tier0/cache/checked-pages");
        byte[] bytes = Files.readAllBytes(kept);
        for (int at = 0; at < bytes.length; at += 7) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x20;
            Files.write(kept, damaged);
            assertEquals(CheckedPages.NONE, CheckedPages.read(kept), "byte " + at);
        }
        Files.write(kept, new byte[] {1, 2, 3});
        assertEquals(CheckedPages.NONE, CheckedPages.read(kept));
    }

    @Test
    void thePreviewChecksAChangedPageAgain() throws Exception {
        TestSite site = site("-- content/a.md --\n# Alpha\n\n## Beta\n\nfine\n");
        LiveSite live = LiveSite.load(request(site, new Searching("needle")), Progress.NONE);
        assertEquals(List.of(), found(live.findings("a.html")));
        site.write("content/a.md", "# Alpha\n\n## Beta\n\nneedle\n");
        live.update(Set.of(folder.resolve("content/a.md")));
        assertEquals("ZZ001", found(live.findings("a.html")).get(0).code());
        assertEquals("ZZ001", found(live.findings()).get(0).code());
        site.write("content/a.md", "# Alpha\n\n## Beta\n\nfine again\n");
        live.update(Set.of(folder.resolve("content/a.md")));
        assertEquals(List.of(), found(live.findings("a.html")));
    }

    @Test
    void thePluginSeesItsSettingsAndWhereLinksLead() throws Exception {
        TestSite site = site("""
                -- site.yaml --
                plugins:
                  adding:
                    words: [a, b]
                    most: 12.5
                -- content/help/index.md --
                # Help

                [up](../a.md#x) and [out](https://example.org) and [folder](.)
                -- content/a.md --
                # Alpha

                ## X
                """);
        AtomicReference<String> seen = new AtomicReference<>("");
        build(site, new Adding(view -> {
            Document help = view.document("help/index.md").orElseThrow();
            DataNode settings = view.settings();
            seen.set(help.links().stream()
                            .map(link ->
                                    view.target(help, link).map(Document::path).orElse("-"))
                            .toList()
                    + " " + settings.texts("words") + " "
                    + settings.number("most").orElseThrow() + " "
                    + view.output("a.md").orElse(""));
            return List.of();
        }));
        assertEquals("[a.md, -, help/index.md] [a, b] 12.5 a.html", seen.get());
    }
}
