package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links from the source to the published page. */
class BuiltLinksTest {

    @TempDir
    Path folder;

    @Test
    void linksOfAllKindsLeadWhereTheyShould() {
        TestSite site = TestSite.in(folder, """
                -- content/index.md --
                # Home

                [a](ops/vault.adoc#verify) [b](/ops/) [c](ops/vault.html) [d](notes.txt) [](ops/vault.adoc) [e](#more) [f](?q=1)
                [g](https://example.com/%zz) [h](ops/vault.adoc?x=%zz#verify)

                ## More
                -- content/notes.txt --
                notes
                -- content/ops/vault.adoc --
                = Vault

                xref:../index.md#more[up] and xref:/index.md[]

                == Verify

                Text.
                """);
        Outcome outcome = site.build();
        assertEquals(List.of(), TestSite.whole(outcome.diagnostics()));
        String home = site.output("index.html");
        for (String link : List.of(
                "href=\"ops/vault.html#verify\"",
                "href=\"ops/index.html\"",
                "href=\"ops/vault.html\"",
                "href=\"notes.txt\"",
                ">Vault</a>",
                "href=\"#more\"")) {
            assertTrue(home.contains(link), link);
        }
        assertTrue(site.output("ops/vault.html").contains("href=\"../index.html#more\""));
    }

    @Test
    void paperIsToldTheTitleOfAPageWhateverTheIdOfThePart() {
        TestSite site = TestSite.in(folder, """
                -- content/a.md --
                ---
                title: A
                survives: offline
                ---
                [x](b.md#step:1) [y](b.md#zwölf) [z](https://example.com/a:b)
                -- content/b.md --
                # B

                ## One {#step:1}

                ## Two {#zwölf}
                """);
        assertEquals(List.of(), TestSite.whole(site.build().diagnostics()));
        String html = site.output("a.html");
        for (String to : List.of("B: b.html#step:1", "B: b.html#zwölf", "https://example.com/a:b")) {
            assertTrue(html.contains(" data-to=\"" + to + "\">"), html);
        }
    }

    @Test
    void aFileWithALineNumberThatWasPastedIsABrokenLinkInBothMarkups() {
        TestSite site = TestSite.in(folder, """
                -- content/a.md --
                # A

                [b](b.adoc:12)
                -- content/b.adoc --
                = B

                link:a.md:3[a]
                """);
        assertEquals(
                List.of(
                        "content/a.md:3:1: error LK001: link target b.adoc:12 does not exist / did you mean b.adoc?",
                        "content/b.adoc:3:1: error LK001: link target a.md:3 does not exist / did you mean a.md?"),
                TestSite.whole(site.buildAnyway().diagnostics()));
        assertTrue(site.output("a.html").contains("href=\"./b.adoc:12\""));
    }

    @Test
    void anAnchorOfAGeneratedPageIsChecked() {
        TestSite site = TestSite.in(folder, """
                -- content/index.md --
                # Home

                [x](ops/#nothing)
                -- content/ops/a.md --
                # A
                """);
        assertEquals(
                List.of("content/index.md VF003"), TestSite.brief(site.build().diagnostics()));
    }

    @Test
    void aFolderWithNoLinksOutsideIsAllThatAMenuEntryMayName() {
        TestSite site = TestSite.in(folder, """
                -- site.yaml --
                menu: [ops, nope, {title: Shop, link: "https://example.com/"}]
                -- content/ops/a.md --
                # A
                -- content/ops/b.md --
                # B
                """);
        assertEquals(
                List.of("site.yaml: error LK007: menu entry nope leads to no page or folder of content / "
                        + "name a folder or page below content, or remove the entry"),
                TestSite.whole(site.build().diagnostics()));
    }

    @Test
    void aStepOfTheLadderOfHelpThatLeadsNowhereIsSaidOnceAndHasNoLink() {
        TestSite site = TestSite.in(folder, """
                -- site.yaml --
                support: [{title: Champion, link: nope}, {title: Desk, link: ops}, {title: Shop, link: "https://example.com/"}]
                -- content/ops/a.md --
                ---
                type: faq
                ---
                # A
                -- content/ops/b.md --
                # B
                """);
        assertEquals(
                List.of("site.yaml: error LK007: step of support nope leads to no page or folder of content / "
                        + "name a folder or page below content, or remove the step's link"),
                TestSite.whole(site.build().diagnostics()).stream()
                        .filter(finding -> !finding.contains(" FM"))
                        .toList());
    }
}
