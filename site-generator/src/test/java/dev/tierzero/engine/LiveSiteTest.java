package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSiteTest {

    @TempDir
    Path folder;

    private TestSite files = new TestSite(Path.of(""));
    private LiveSite site;

    @BeforeEach
    void load() throws IOException, SettingsException {
        files = TestSite.in(folder, """
                -- content/a.md --
                # Alpha

                First text.

                [b](b.md)
                -- content/b.md --
                # Beta

                --8<-- "_part.md"
                -- content/c.adoc --
                = Gamma

                include::_part.md[]

                xref:a.md[]
                -- content/_part.md --
                A part.
                -- content/plan.txt --
                one
                """);
        site = LiveSite.load(files.request(), Progress.NONE);
    }

    @Test
    void aChangeOfTextTakesTheQuickWayAndShowsAtOnce() throws Exception {
        LiveSite.Update update = change("content/a.md", "# Alpha\n\nSecond text.\n\n[b](b.md)\n");
        assertEquals(Set.of("a.html"), update.hrefs());
        assertEquals(Set.of("a.md"), update.paths());
        assertTrue(page("a.html").contains("Second text."));
        assertSameAsABuild();
    }

    @Test
    void aChangeOfTitleShowsInTheNavigationAndInLinksOfOtherPages() throws Exception {
        LiveSite.Update update = change("content/a.md", "# Omega\n\nFirst text.\n\n[b](b.md)\n");
        assertEquals(Set.of(), update.hrefs(), "all pages");
        assertTrue(page("b.html").contains("Omega"));
        assertTrue(page("c.html").contains(">Omega</a>"));
        assertSameAsABuild();
    }

    @Test
    void aNewHeadingAndANewLinkTakeTheSlowWay() throws Exception {
        assertEquals(
                Set.of(),
                change("content/a.md", "# Alpha\n\n## New\n\n[b](b.md)\n").hrefs());
        assertEquals(
                Set.of(),
                change("content/a.md", "# Alpha\n\n## New\n\n[c](c.adoc)\n").hrefs());
        assertTrue(page("c.html").contains("Alpha"), "the backlink");
        assertSameAsABuild();
    }

    @Test
    void aChangedPartialRendersThePagesThatIncludeIt() throws Exception {
        LiveSite.Update update = change("content/_part.md", "Another part.\n");
        assertEquals(update.hrefs().isEmpty() ? Set.of() : includers(), update.hrefs());
        assertTrue(page("c.html").contains("Another part."));
        assertSameAsABuild();
    }

    @Test
    void aPartialChangedBeforeItsPageIsStillTheNewOne() throws Exception {
        change("content/_part.md", "Another part.\n");
        change("content/c.adoc", "= Gamma\n\nMore.\n\ninclude::_part.md[]\n\nxref:a.md[]\n");
        assertTrue(page("c.html").contains("Another part."), page("c.html"));
        assertEquals(List.of(), TestSite.whole(site.findings()));
        change("content/c.adoc", "= Gamma\n\nStill more.\n\ninclude::_part.md[]\n\nxref:a.md[]\n");
        assertTrue(page("c.html").contains("Still more."));
        assertSameAsABuild();
    }

    @Test
    void filesMayComeGoAndBeRenamed() throws Exception {
        change("content/new.md", "# New page\n");
        assertTrue(page("new.html").contains("New page"));
        Files.move(folder.resolve("content/new.md"), folder.resolve("content/moved.md"));
        update("content/new.md", "content/moved.md");
        assertTrue(site.bytes("new.html").isEmpty());
        assertTrue(page("moved.html").contains("New page"));
        files.delete("content/b.md");
        update("content/b.md");
        assertTrue(site.bytes("b.html").isEmpty());
        assertEquals(List.of("content/a.md:5:1 LK001"), TestSite.brief(site.findings()));
        assertEquals(List.of("content/a.md:5:1 LK001"), TestSite.brief(site.findings("a.html")));
    }

    @Test
    void aPageAndARegisterSavedTogetherAreBothTakenIn() throws Exception {
        files.write("content/a.md", "---\nowner: ops\n---\n# Alpha\n\nFirst text.\n\n[b](b.md)\n");
        update("content/a.md");
        files.write("content/a.md", "---\nowner: ops\n---\n# Alpha\n\nSecond text.\n\n[b](b.md)\n");
        files.write("content/_data/owners.yaml", "- id: ops\n  title: Operations\n");
        update("content/a.md", "content/_data/owners.yaml");
        files.write("content/a.md", "---\nowner: ops\n---\n# Alpha\n\nThird text.\n\n[b](b.md)\n");
        files.write("content/_data/owners.yaml", "- id: ops\n  title: Operations at night\n");
        update("content/a.md", "content/_data/owners.yaml");
        assertTrue(page("a.html").contains("Third text."));
        assertTrue(page("a.html").contains("Operations at night"), page("a.html"));
        assertSameAsABuild();
    }

    @Test
    void wrongSettingsKeepTheOldSiteUntilTheyAreRight() throws Exception {
        files.write("site.yaml", "titel: X\n");
        assertThrows(SettingsException.class, () -> update("site.yaml"));
        assertTrue(page("a.html").contains("First text."));
        change("site.yaml", "title: Portal of portals\n");
        assertTrue(page("a.html").contains("Portal of portals"));
        assertSameAsABuild();
    }

    @Test
    void anAssetIsServedAsItIsNow() throws Exception {
        change("content/plan.txt", "two\n");
        assertEquals("two\n", page("plan.txt"));
        assertTrue(site.bytes("../content/a.md").isEmpty());
        assertTrue(site.bytes("a.md").isEmpty());
        assertFalse(site.bytes("_redirects").isEmpty());
    }

    @Test
    void aTemplateIsTakenInAndOneThatFailsIsToldOnEveryPage() throws Exception {
        change("templates/layouts/page.peb", "<html><body>{{ page.title }}</body></html>");
        assertEquals("<html><body>Alpha</body></html>", page("a.html"));
        change("templates/layouts/page.peb", "{{ nothing }}");
        assertEquals(List.of("templates/layouts/page.peb:1 TH001"), TestSite.brief(site.findings("a.html")));
    }

    private Set<String> includers() {
        return Set.of("b.html", "c.html").stream()
                .filter(href -> page(href).contains("Another part."))
                .collect(Collectors.toSet());
    }

    private LiveSite.Update change(String path, String text) throws IOException, SettingsException {
        files.write(path, text);
        return update(path);
    }

    private LiveSite.Update update(String... paths) throws IOException, SettingsException {
        return site.update(Arrays.stream(paths).map(folder::resolve).collect(Collectors.toSet()));
    }

    private String page(String href) {
        try {
            return new String(site.bytes(href).orElseThrow(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void assertSameAsABuild() {
        Path clean = folder.resolve("clean");
        files.buildClean(clean);
        TestSite.tree(clean).forEach((path, bytes) -> {
            // They name every other file, so a preview has none.
            if (!Set.of("manifest.json", "sw.js", "portal.zip", "build.json").contains(path)) {
                assertEquals(
                        new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
                        page(path),
                        path);
            }
        });
    }
}
