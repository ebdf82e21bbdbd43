package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.jbake.ForeignJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole sites with extensions of JBake in locked jars. */
final class JBakeSiteTest {

    private static final String WIKI = """
            public void processBody(ParserContext c) {
                StringBuilder html = new StringBuilder();
                for (String line : c.getBody().split("\\n")) {
                    html.append(line.startsWith("!") ? "<h2>" + line.substring(1) + "</h2>" : "<p>" + line + "</p>").append("\\n");
                }
                c.setBody(html.toString());
            }""";

    private final Path folder;
    private TestSite site = new TestSite(Path.of(""));

    JBakeSiteTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void writeSite() {
        site = TestSite.in(folder.resolve("site"), """
                -- content/index.md --
                ---
                title: Home
                ---
                See [the wiki](ops/vault.wiki#unseal-it).
                -- content/ops/vault.wiki --
                title=Vault is sealed
                type=page
                tags=vault
                status=published
                ~~~~~~
                Back to <a href="../index.md">the start</a>.
                !Unseal it
                Ask <script>alert(1)</script> two keepers.
                -- content/ops/draft.wiki --
                title=Not yet
                status=draft
                ~~~~~~
                Soon.
                """);
    }

    @Test
    void pagesInAMarkupOfAnExtensionArePagesLikeOthers() {
        ForeignJar.named("wiki.jar").engine("Wiki", "wiki", WIKI).lockedIn(site.folder());
        Outcome outcome = site.buildAnyway();
        assertEquals(
                List.of("content/ops/vault.wiki HT001"),
                TestSite.brief(outcome.diagnostics()),
                "what the engine gives is sanitised; links lead to the page and from it");
        String page = site.output("ops/vault.html");
        assertTrue(page.contains("<h2 id=\"unseal-it\">Unseal it<"), page);
        assertTrue(page.contains("<a href=\"../index.html\">the start</a>"), page);
        assertFalse(page.contains("alert(1)"), page);
        assertTrue(site.output("index.html").contains("href=\"ops/vault.html#unseal-it\""), "and links lead to it");
        assertFalse(site.outputs().containsKey("ops/draft.html"), "drafts are not published");
    }

    @Test
    void withoutTheJarTheFilesAreAssets() {
        Outcome outcome = site.buildAnyway();
        assertTrue(site.outputs().containsKey("ops/vault.wiki"));
        assertEquals(List.of(), TestSite.brief(outcome.diagnostics()));
    }

    @Test
    void aJarThatIsNotLockedIsNotOpened() {
        ForeignJar.named("wiki.jar").engine("Wiki", "wiki", WIKI).unlockedIn(site.folder());
        List<String> found = TestSite.brief(site.buildAnyway().diagnostics());
        assertTrue(found.contains("plugins/ext/wiki.jar PL001"), found::toString);
        assertFalse(site.outputs().containsKey("ops/vault.html"));
    }

    @Test
    void pagesAreParsedAgainWhenTheJarIsAnother() {
        ForeignJar.named("wiki.jar").engine("Wiki", "wiki", WIKI).lockedIn(site.folder());
        site.buildAnyway();
        assertEquals(Outcome.State.UNCHANGED, site.buildAnyway().state());
        site.delete("plugins/ext/plugins.lock");
        ForeignJar.named("wiki.jar")
                .engine(
                        "Wiki",
                        "wiki",
                        "public void processBody(ParserContext c) { c.setBody(\"<p id='unseal-it'>Other.</p>\"); }")
                .lockedIn(site.folder());
        site.build();
        assertTrue(site.output("ops/vault.html").contains("Other."));
    }

    @Test
    void aToolFindsThePagesInTheStoreAndAddsFiles() {
        ForeignJar.named("feed.jar").tool("Feed", """
                StringBuilder out = new StringBuilder();
                for (DocumentModel d : db.getPublishedPages()) {
                    out.append(d.getUri()).append(" | ").append(d.getTitle()).append(" | ").append(d.getBody().strip()).append("\\n");
                }
                out.append(db.getAllTags()).append(db.getDocumentCount("page")).append(db.getPublishedPosts().size());
                Path file = config.getDestinationFolder().toPath().resolve("feeds/list.txt");
                Files.createDirectories(file.getParent());
                Files.writeString(file, out);
                return 1;
                """).lockedIn(site.folder());
        site.write("content/index.md", "---\ntitle: Home\ntags: [start]\n---\nSee [it](a.md).\n");
        site.write("content/a.md", "---\ntitle: A\n---\nText.\n");
        assertEquals(List.of(), TestSite.brief(site.build().diagnostics()));
        assertEquals("a.html | A | <p>Text.</p>\n[start]10", site.output("feeds/list.txt"));
        assertEquals(Outcome.State.UNCHANGED, site.build().state());
        assertEquals(List.of(), TestSite.brief(site.check().diagnostics()));
        assertEquals(site.outputs(), clean(), "with and without a cache");
    }

    private java.util.SortedMap<String, String> clean() {
        site.buildClean(folder.resolve("clean"));
        return TestSite.tree(folder.resolve("clean"));
    }

    @Test
    void aToolOverwritesNothingAndToolsNotEachOther() {
        ForeignJar.named("rude.jar")
                .tool("B", write("index.html", "b.txt", "Index.HTML", "ops/vault.wiki/x", "_headers", "manifest.json"))
                .tool("A", write("b.txt", "ops", "with blank.txt"))
                .lockedIn(site.folder());
        Outcome outcome = site.buildAnyway();
        String elsewhere = " / let the tool write to another path";
        assertEquals(
                List.of(
                        "plugins/ext/rude.jar: error JB022: foreign.A writes ops, which the site has already"
                                + elsewhere,
                        "plugins/ext/rude.jar: error JB022: foreign.A writes with blank.txt, which cannot stand in an address"
                                + " / let the tool use lower-case letters, digits, dots and hyphens",
                        "plugins/ext/rude.jar: error JB022: foreign.B writes Index.HTML, which the site has already"
                                + elsewhere,
                        "plugins/ext/rude.jar: error JB022: foreign.B writes _headers, which cannot stand in an address"
                                + " / let the tool use lower-case letters, digits, dots and hyphens",
                        "plugins/ext/rude.jar: error JB022: foreign.B writes b.txt, as foreign.A does"
                                + " / let one of the tools write to another path",
                        "plugins/ext/rude.jar: error JB022: foreign.B writes index.html, which the site has already"
                                + elsewhere,
                        "plugins/ext/rude.jar: error JB022: foreign.B writes manifest.json, which the site has already"
                                + elsewhere,
                        "plugins/ext/rude.jar: error JB022: foreign.B writes ops/vault.wiki/x, which the site has already"
                                + elsewhere),
                TestSite.whole(outcome.diagnostics()).stream()
                        .filter(f -> f.contains("JB0"))
                        .toList());
        assertEquals("foreign.A", site.output("b.txt"), "tools run in the order of their class names");
    }

    private static String write(String... paths) {
        return Stream.of(paths).map(path -> """
                                {
                                    Path file = config.getDestinationFolder().toPath().resolve("%s");
                                    Files.createDirectories(file.getParent());
                                    Files.writeString(file, getClass().getName());
                                }
                                """.formatted(path)).reduce("", String::concat) + "return 1;";
    }

    @Test
    void aToolThatFailsIsAFindingAndWhatItWroteIsNotTaken() {
        ForeignJar.named("weak.jar")
                .tool("Database", write("half.txt").replace("return 1;", "db.updateSchema(); return 1;"))
                .tool("Templates", """
                        try { renderer.renderSitemap("sitemap.xml"); } catch (Exception e) { throw new RenderingException(e.getMessage()); }
                        return 1;
                        """)
                .tool("Writing", "db.deleteContent(\"index.html\"); return 1;")
                .lockedIn(site.folder());
        Outcome outcome = site.buildAnyway();
        String hint = " / tools find the pages in the store, but no templates of JBake and no database";
        assertEquals(
                List.of(
                        "plugins/ext/weak.jar: error JB020: the rendering tool foreign.Database fails: NoClassDefFoundError:"
                                + " com/orientechnologies/orient/core/db/ODatabaseSession"
                                + hint,
                        "plugins/ext/weak.jar: error JB020: the rendering tool foreign.Templates fails: RenderingException: templates of"
                                + " JBake are not used here, so that sitemap.xml cannot be rendered" + hint,
                        "plugins/ext/weak.jar: error JB020: the rendering tool foreign.Writing fails: UnsupportedOperationException: the"
                                + " pages of the site can only be read" + hint),
                TestSite.whole(outcome.diagnostics()).stream()
                        .filter(f -> f.contains("JB0"))
                        .toList());
        assertFalse(site.outputs().containsKey("half.txt"));
    }

    @Test
    void aLinkThatAToolLeavesIsNotFollowed() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        ForeignJar.named("link.jar").tool("Link", """
                Files.createSymbolicLink(config.getDestinationFolder().toPath().resolve("x.txt"), Path.of("%s"));
                return 1;
                """.formatted(secret)).lockedIn(site.folder());
        Outcome outcome = site.buildAnyway();
        assertTrue(TestSite.whole(outcome.diagnostics())
                .contains("plugins/ext/link.jar: error JB022: foreign.Link writes x.txt, which is no regular file"
                        + " / let the tool write files"));
        assertFalse(site.outputs().containsKey("x.txt"));
    }

    @Test
    void aMigratedProjectBuildsWithoutErrors() throws Exception {
        Path sample = dev.tierzero.portal.Repository.root().resolve("site-generator/src/test/jbake/site");
        Path target = folder.resolve("migrated");
        dev.tierzero.jbake.Migration.run(sample, target, dev.tierzero.model.Settings.standard("Sample"), false);
        Outcome outcome =
                TestSite.build(new TestSite(target).request(), Optional.of(dev.tierzero.api.Severity.WARNING));
        assertEquals(List.of(), TestSite.brief(outcome.diagnostics()));
        assertEquals(Outcome.State.PUBLISHED, outcome.state());
    }
}
