package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build after a build: nothing is done twice and nothing is left out. */
class RebuildTest {

    @TempDir
    Path folder;

    @Test
    void anUnchangedSiteIsSaidToBeUnchangedWithTheSameFindings() {
        TestSite site = TestSite.in(folder, "-- content/a.md --\nno title\n-- content/_p.md --\npart\n");
        Outcome first = site.build();
        Outcome second = site.build();
        assertEquals(Outcome.State.UNCHANGED, second.state());
        assertEquals(first.diagnostics(), second.diagnostics());
        assertEquals(first.counts(), second.counts());
        assertEquals(first.published().pages(), second.published().pages());
    }

    @Test
    void aFileTakenFromTheOutputIsPutBack() {
        TestSite site = TestSite.in(folder, "-- content/a.md --\n# A\n");
        site.build();
        SortedMap<String, String> whole = site.outputs();
        site.delete("output/a.html");
        assertEquals(Outcome.State.PUBLISHED, site.build().state());
        assertEquals(whole, site.outputs());
    }

    @Test
    void aFileThatWasPutIntoTheOutputGoesWithTheNextBuild() {
        TestSite site = TestSite.in(folder, "-- content/a.md --\n# A\n");
        site.build();
        SortedMap<String, String> whole = site.outputs();
        site.write("output/stray.html", "stray");
        site.build();
        assertEquals(whole, site.outputs());
    }

    @Test
    void aFileOfTheOutputThatWasWrittenOverIsPutRight() throws IOException {
        TestSite site = TestSite.in(folder, "-- content/a.md --\n# A\n");
        site.build();
        SortedMap<String, String> whole = site.outputs();
        site.write("output/a.html", site.output("a.html").replace("<h1", "<h2"));
        // The file system's clock ticks every few milliseconds; nobody writes over a file in the tick in which it was
        // published.
        Path changed = folder.resolve("output/a.html");
        Files.setLastModifiedTime(
                changed, FileTime.fromMillis(Files.getLastModifiedTime(changed).toMillis() + 1000));
        site.build();
        assertEquals(whole, site.outputs());
    }

    @Test
    void checkFindsWhatABuildFindsAlsoWhenOnlyAnotherPageWent() {
        TestSite site = TestSite.in(folder, """
                -- content/a.md --
                # A
                -- content/b.md --
                # B
                -- templates/partials/footer.peb --
                <footer><a href="{{ link('b.html') }}">B</a></footer>
                """);
        assertEquals(List.of(), TestSite.whole(site.check().diagnostics()));
        site.delete("content/b.md");
        List<String> checked = TestSite.brief(site.check().diagnostics());
        assertEquals(TestSite.brief(site.build().diagnostics()), checked);
        assertTrue(checked.contains("content/a.md VF002"), checked.toString());
    }

    @Test
    void checkParsesOnlyWhatChanged() {
        TestSite site = TestSite.in(folder, "-- content/a.md --\n# A\n-- content/b.md --\n# B\n");
        assertEquals(2, site.check().published().parsed());
        site.write("content/b.md", "# B\n\nMore.\n");
        assertEquals(1, site.check().published().parsed());
        assertEquals(0, site.check().published().parsed());
    }

    @Test
    void anIncludeThatMayBeMissingIsTakenInOnceItIsThere() {
        TestSite site = TestSite.in(folder, """
                -- content/a.adoc --
                = A

                include::_late.adoc[opts=optional]

                End.
                """);
        site.build();
        assertEquals(0, site.build().published().parsed());
        site.write("content/b.md", "# B\n");
        assertEquals(1, site.build().published().parsed(), "only the new page");
        site.write("content/_late.adoc", "It came late.\n");
        site.build();
        assertTrue(site.output("a.html").contains("It came late."));
    }

    @Test
    void aMissingIncludeIsTakenInOnceItIsThereThroughAChainOfPartials() {
        TestSite site = TestSite.in(folder, """
                -- content/a.adoc --
                = A

                include::_one.adoc[]
                -- content/_one.adoc --
                one

                include::_two.adoc[]
                -- content/_two.adoc --
                two
                """);
        site.build();
        site.write("content/_two.adoc", "changed\n");
        site.build();
        assertTrue(site.output("a.html").contains("changed"));
        String text = new String(site.output("a.html").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertFalse(text.contains("two"));
    }
}
