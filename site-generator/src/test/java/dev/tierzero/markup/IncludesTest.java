package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.model.Parsed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Includes of Markdown pages, and where their findings point. */
final class IncludesTest {

    private static final String EXAMPLE = """
            # tag::all[]
            a: 1
            # tag::inner[]
            b: 2
            # end::inner[]
            c: 3
            # end::all[]
            # --8<-- [start:late]
            d: 4
            # --8<-- [end:late]
            """;

    @Test
    void aPartialIsPartOfThePageWithoutItsFrontMatter() {
        Parsed parsed = Pages.none()
                .with("guides/_part.md", "---\ntitle: x\n---\n\nFrom the *part*.\n")
                .parse("Before.\n\n--8<-- \"_part.md\"\n\nAfter.\n");

        assertEquals("<p>Before.</p>\n<p>From the <em>part</em>.</p>\n<p>After.</p>\n", Pages.html(parsed));
        assertEquals(
                "content/guides/_part.md", parsed.document().includes().get(0).file());
        assertEquals(
                "content/guides/page.md:3:1",
                parsed.document().includes().get(0).from().toString());
    }

    @Test
    void aRegionGoesIntoAFenceWithoutItsMarkers() {
        Pages pages = Pages.none().with("files/example.yaml", EXAMPLE);

        assertEquals(
                "<figure class=\"code\" data-lang=\"yaml\"><pre tabindex=\"0\"><code class=\"language-yaml\">a: 1\nb: 2\nc: 3"
                        + "</code></pre></figure>\n",
                Pages.html(pages.parse("```yaml\n--8<-- \"/files/example.yaml:all\"\n```\n")));
        assertEquals(
                List.of("b: 2", "d: 4"),
                List.of("inner", "late").stream()
                        .map(region -> pages.parse("```\n--8<-- \"../files/example.yaml:" + region + "\"\n```\n")
                                .document()
                                .codeBlocks()
                                .get(0)
                                .text())
                        .toList());
    }

    @Test
    void anIncludeTakesTheIndentationOfItsLine() {
        Parsed parsed = Pages.none()
                .with("guides/_part.md", "one\n\n> two [x](javascript:y)\n")
                .parse("1. Step\n\n   --8<-- \"_part.md\"\n");

        assertEquals(
                "<ol>\n<li>\n<p>Step</p>\n<p>one</p>\n<blockquote>\n<p>two x</p>\n</blockquote>\n</li>\n</ol>\n",
                Pages.html(parsed));
        assertTrue(
                Pages.findings(parsed).startsWith("content/guides/_part.md:3:7 error HT005"), Pages.findings(parsed));
    }

    @Test
    void aMissingFileIsAnErrorThatGuesses() {
        assertEquals(
                "3:1 error IN001: the included file content/guides/part.md does not exist"
                        + " | did you mean content/guides/_part.md?\n",
                Pages.findings(Pages.none().with("guides/_part.md", "x").parse("a\n\n--8<-- \"part.md\"\n")));
    }

    @Test
    void aMissingRegionIsAnErrorThatNamesTheRegionsThereAre() {
        assertEquals(
                "1:1 error IN003: content/e.yaml has no region \"iner\""
                        + " | did you mean \"inner\"? the regions are: all, inner, late\n",
                Pages.findings(Pages.none().with("e.yaml", EXAMPLE).parse("--8<-- \"/e.yaml:iner\"\n")));
        assertEquals(
                "1:1 error IN003: content/e.txt has no region \"x\""
                        + " | the file has no regions: mark one with tag::x[] and end::x[] in comments\n",
                Pages.findings(Pages.none().with("e.txt", "a").parse("--8<-- \"/e.txt:x\"\n")));
    }

    @Test
    void aRegionThatDoesNotEndIsAnErrorWhereItBegins() {
        assertEquals(
                "content/e.txt:2 error IN008: the region \"x\" does not end"
                        + " | write end::x[] in a comment where the region ends | from [content/guides/page.md:1:1]\n",
                Pages.findings(Pages.none().with("e.txt", "a\n# tag::x[]\nb\n").parse("--8<-- \"/e.txt:x\"\n")));
    }

    @Test
    void anEmptyResultIsAnError() {
        assertEquals(
                "1:1 error IN004: the include of content/e.txt brings in nothing | include a file or region with text\n",
                Pages.findings(
                        Pages.none().with("e.txt", "tag::x[]\n \nend::x[]\n").parse("--8<-- \"/e.txt:x\"\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/../../passwd",
                "../../secret",
                "../../../etc/hostname",
                "https://example.com/x.md",
                "file:///etc/passwd",
                "..\\\\..\\\\x",
                "/..",
                "."
            })
    void aPathOutsideTheContentFolderIsAnError(String target) {
        String found = Pages.findings("--8<-- \"" + target + "\"\n");

        assertTrue(found.startsWith("1:1 error IN002") || found.startsWith("1:1 error IN001"), found);
    }

    @Test
    void aFileThatIncludesItselfIsAnErrorWithTheWholeChain() {
        Parsed parsed = Pages.none()
                .with("a.md", "--8<-- \"b.md\"\n")
                .with("b.md", "x\n--8<-- \"a.md\"\n")
                .parse("--8<-- \"/a.md\"\n");

        assertEquals(
                "content/b.md:2:1 error IN005: content/a.md includes itself"
                        + " | take this include out, or move the shared part into a file of its own"
                        + " | from [content/a.md:1:1, content/guides/page.md:1:1]\n",
                Pages.findings(parsed));
    }

    @Test
    void includesNestSixteenDeepAndNoDeeper() {
        Pages pages = Pages.none();
        for (int i = 0; i < 20; i++) {
            pages.with("f" + i + ".md", "level " + i + "\n\n--8<-- \"f" + (i + 1) + ".md\"\n");
        }
        Parsed parsed = pages.parse("--8<-- \"/f0.md\"\n");

        assertTrue(
                parsed.document().text().endsWith("level 15"), parsed.document().text());
        assertEquals("IN006", parsed.diagnostics().get(0).code());
    }

    @Test
    void onePageTakesInOneMegabyteAtMost() {
        Parsed parsed =
                Pages.none().with("big.md", "word ".repeat(60_000) + "\n").parse("--8<-- \"/big.md\"\n\n".repeat(4));

        assertEquals("IN007", parsed.diagnostics().get(0).code());
    }

    @Test
    void aFileThatIsNotUtf8IsAnError() {
        assertEquals(
                "1:1 error IN009: the included file content/e.txt is not text in UTF-8 | save the file as UTF-8\n",
                Pages.findings(Pages.none()
                        .with("e.txt", new byte[] {(byte) 0xC3, 0x28})
                        .parse("--8<-- \"/e.txt\"\n")));
    }

    @Test
    void anIncludeWithoutQuotesIsAnError() {
        assertEquals(
                "2:3 error IN010: the include line names no file in quotes"
                        + " | write --8<-- \"path/to/file\" or --8<-- \"path/to/file:region\" on a line of its own\n",
                Pages.findings("x\n  --8<-- part.md\n"));
    }

    @Test
    void linksOfAPartialStartFromThePartial() {
        Parsed parsed = Pages.none()
                .with("shared/_part.md", "[a](b.md#c) ![p](p.png) [d](../x/y.md) [e](#f)\n")
                .parse("--8<-- \"/shared/_part.md\"\n");

        assertEquals(
                List.of("../shared/b.md#c", "../shared/p.png", "../x/y.md", "#f"),
                parsed.document().links().stream().map(link -> link.target()).toList());
    }
}
