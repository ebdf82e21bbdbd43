package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.model.Parsed;
import org.junit.jupiter.api.Test;

/** Titles, headings, ids and the other findings about structure. */
final class TitlesTest {

    @Test
    void theFirstHeadingServesAsTitle() {
        Parsed parsed = Pages.none().untitled().parse("# Vault `down`\n\nText.\n");

        assertEquals("Vault down", parsed.document().title());
        assertEquals("<p>Text.</p>\n", Pages.html(parsed));
        assertEquals("", Pages.findings(parsed));
    }

    @Test
    void aPageWithoutTitleIsNamedAfterItsFile() {
        Parsed parsed = Pages.none().untitled().parse("Text.\n");

        assertEquals("Page", parsed.document().title());
        assertEquals(
                "content/guides/page.md warning HD004: the page has no title; it is shown as \"Page\" | write title: in its front matter\n",
                Pages.findings(parsed));
        assertEquals("Vault failure", DocumentParser.humanised("recovery/vault-failure.md"));
        assertEquals("Recovery", DocumentParser.humanised("recovery/index.md"));
        assertEquals("Index", DocumentParser.humanised("index.md"));
    }

    @Test
    void aSecondTitleBecomesASection() {
        Parsed parsed = Pages.none().parse("# Other\n\n#### Deep\n\n##\n");

        assertEquals("""
                1:1 warning HD001: this heading is on the level of the page's title "Page" | begin with the second level: ## in Markdown, == in AsciiDoc
                3:1 warning HD002: this heading of level 4 follows one of level 2 | go one level deeper at a time: readers of the outline miss the level between
                5:1 warning HD003: this heading is empty | write its text, or take it out
                """, Pages.findings(parsed));
        assertEquals(2, parsed.document().headings().get(0).level());
    }

    @Test
    void idsAreCheckedAndUnique() {
        Parsed parsed = Pages.none().parse("## A {#x}\n\n## B {#x}\n\n## C {#a b}\n\n<p id=\"fn-1\">d</p>\n");

        assertEquals("""
                3:1 error ID001: the id "x" is used twice on this page | choose another id for one of the two places
                5:1 error ID002: "a b" cannot be an id | begin with a letter and use letters, digits, - and _ only; fn-1 and the like are kept for footnotes
                7:1 error ID002: "fn-1" cannot be an id | begin with a letter and use letters, digits, - and _ only; fn-1 and the like are kept for footnotes
                """, Pages.findings(parsed));
        assertEquals("[x, b, c]", parsed.document().ids().toString());
    }

    @Test
    void footnotesAreCheckedBothWays() {
        assertEquals("""
                1:2 warning FN001: the footnote "b" is not defined | define it: a line [^b]: and its text; to show the brackets write \\[^b]
                3:1 warning FN002: nothing refers to the footnote "c" | refer to it with [^c], or take it out
                """, Pages.findings("a[^b]\n\n[^c]: d\n"));
    }

    @Test
    void containersAreChecked() {
        assertEquals("""
                1:1 error MD001: this block is not closed | end it with a line of as many colons as it begins with
                4:1 error MD002: "warnign" is no kind of block | did you mean warning? the kinds are note, tip, important, warning, caution
                """, Pages.findings(":::note\na\n\n:::warnign\nb\n:::\n"));
        assertEquals(
                "3:1 warning MD003: these colons open and close nothing"
                        + " | write :::kind to open a block, and ::: with as many colons to close it\n",
                Pages.findings("a\n\n:::\n"));
        assertEquals(
                "1:3 warning MD002: \"BEWARE\" is no kind of admonition"
                        + " | the kinds are note, tip, important, warning, caution\n",
                Pages.findings("> [!BEWARE]\n> a\n"));
    }

    @Test
    void codeIsChecked() {
        assertEquals("""
                1:1 warning CB001: the fence's "wrap" means nothing | after the language write title="…", alt="…", linenums, or lines to highlight as {2,4-5}
                1:1 warning CB002: the lines to highlight "4-5" are not in this block of 2 lines | write numbers and ranges of lines from 1 to 2, such as 2,4-5
                6:1 warning IM002: the diagram has no text alternative | say what it shows: alt="…" after the language
                10:1 warning MD004: this block of code is not closed | end it with a line of the marks it begins with
                """, Pages.findings("```bash wrap {1,4-5}\na\nb\n```\n\n```mermaid\nx\n```\n\n```\nopen\n"));
    }

    @Test
    void theWordsLeaveOutCode() {
        assertEquals(
                "One Two three four Five",
                Pages.none()
                        .parse("## One\n\nTwo *three*\n`four`\n\n```\nx\n```\n\n- Five\n")
                        .document()
                        .text());
    }
}
