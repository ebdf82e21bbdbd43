package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Severity;
import dev.tierzero.model.FileClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {

    @TempDir
    Path folder;

    @Test
    void aFolderOfPlainPagesIsASite() {
        TestSite site = TestSite.in(folder, """
                -- content/hello.md --
                # Hello

                Text.
                """);
        Outcome outcome = site.build();
        assertEquals(Outcome.State.PUBLISHED, outcome.state());
        assertTrue(site.output("hello.html").contains("<h1"));
        assertTrue(site.outputs().keySet().containsAll(List.of("404.html", "index.html", "manifest.json", "_headers")));
    }

    @Test
    void aSiteWithoutAnyPageIsAHomePage() throws Exception {
        Files.createDirectories(folder.resolve("content"));
        assertEquals(Outcome.State.PUBLISHED, new TestSite(folder).build().state());
        assertEquals(Outcome.State.UNCHANGED, new TestSite(folder).build().state());
        assertEquals(Outcome.State.CHECKED, new TestSite(folder).check().state());
    }

    @Test
    void anErrorKeepsTheOldSiteAndTheFailedBuildAside() {
        TestSite site = TestSite.in(folder, "-- content/index.md --\n# Home\n");
        site.build();
        SortedMap<String, String> before = site.outputs();
        site.write("content/index.md", "# New home\n\n[x](nowhere.md)\n");
        Outcome outcome = site.build();
        assertEquals(Outcome.State.REFUSED, outcome.state());
        assertEquals(
                List.of("content/index.md:3:1: error LK001: link target nowhere.md does not exist / "
                        + "correct the path (relative to this page), or write the page"),
                TestSite.whole(outcome.diagnostics()));
        assertEquals(before, site.outputs());
        Path failed = outcome.output().orElseThrow();
        assertTrue(TestSite.tree(failed).getOrDefault("index.html", "").contains("New home"));
        site.write("content/index.md", "# New home\n");
        assertEquals(Outcome.State.PUBLISHED, site.build().state());
        assertFalse(Files.exists(failed), "a finished build clears what failed before");
    }

    @Test
    void everyFileIsCountedOnceAndTheCountsAddUp() {
        TestSite site = TestSite.in(folder, """
                -- site.yaml --
                ignore: ["*.log"]
                -- content/index.md --
                # Home
                -- content/draft.md --
                ---
                draft: true
                ---
                # Draft
                -- content/_part.md --
                part
                -- content/_data/codes.yaml --
                a: 1
                -- content/x.log --
                log
                -- content/plan.txt --
                plan
                -- content/bad.xhtml --
                <p>x</p>
                """);
        Outcome outcome = site.buildAnyway();
        assertEquals(
                Map.of(
                        FileClass.PAGE,
                        1,
                        FileClass.DRAFT,
                        1,
                        FileClass.PARTIAL,
                        1,
                        FileClass.DATA,
                        1,
                        FileClass.IGNORED,
                        1,
                        FileClass.ASSET,
                        1,
                        FileClass.ERROR,
                        1),
                outcome.counts());
        assertFalse(site.outputs().containsKey("draft.html"));
    }

    @Test
    void draftsAreShownWhenAskedForAndLinksToThemAreTold() {
        TestSite site = TestSite.in(folder, """
                -- content/index.md --
                # Home

                [x](draft.md)
                -- content/draft.md --
                ---
                status: draft
                ---
                # Draft
                """);
        assertEquals(
                List.of("content/index.md:3:1: error LK004: link draft.md leads to a draft / "
                        + "publish draft.md, or remove the link"),
                TestSite.whole(site.build().diagnostics()));
        Request shown = new Request(folder, Optional.empty(), 1, Map.of(), true, true);
        assertEquals(
                List.of(),
                TestSite.whole(
                        TestSite.build(shown, Optional.of(Severity.ERROR)).diagnostics()));
    }

    @Test
    void aFormerAddressSendsReadersOn() {
        TestSite site = TestSite.in(folder, """
                -- content/new.md --
                ---
                title: New & <better>
                aliases: [/old.html, /was/here/, /plain]
                ---
                Text.
                """);
        site.build();
        assertTrue(site.output("old.html").contains("url=new.html"));
        assertTrue(site.output("was/here/index.html").contains("href=\"../../new.html\""));
        assertTrue(site.output("plain/index.html").contains("New &amp; &lt;better&gt;"));
        assertEquals(
                "/old.html /new.html 301!\n/plain /new.html 301!\n/was/here/ /new.html 301!\n",
                site.output("_redirects"));
    }

    @Test
    void aTemplateThatDoesNotWorkIsNamedWithItsLine() {
        TestSite site = TestSite.in(folder, """
                -- content/a.md --
                # A
                -- templates/layouts/page.peb --
                <p>
                {{ page.nonsense }}
                </p>
                """);
        assertEquals(
                List.of("templates/layouts/page.peb:2 TH001"),
                TestSite.brief(site.build().diagnostics()));
    }

    @Test
    void outputInsideTheContentIsRefused() {
        TestSite.in(folder, "-- content/a.md --\n# A\n");
        for (String wrong : List.of("content/out", "content", ".", "templates/x", "..")) {
            Request request = new Request(folder, Optional.of(folder.resolve(wrong)), 1, Map.of(), false, false);
            String message = "";
            try {
                TestSite.build(request, Optional.empty());
            } catch (java.io.UncheckedIOException | IllegalArgumentException e) {
                message = String.valueOf(e.getMessage());
            }
            assertFalse(message.isEmpty(), wrong);
        }
    }
}
