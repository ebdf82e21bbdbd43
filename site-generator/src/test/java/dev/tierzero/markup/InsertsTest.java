package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.api.InsertReference;
import dev.tierzero.model.Body;
import dev.tierzero.model.Parsed;
import dev.tierzero.model.ParsedDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where something of a plugin's is shown, and where the same braces are text, in both markups. */
final class InsertsTest {

    private static Parsed markdown(String text) {
        return Pages.none().parse(text);
    }

    private static Parsed asciidoc(String text) {
        return AsciiDocFixture.page(text).parsed();
    }

    /** The body with the name of what goes into each gap in angle quotes, doubled for a paragraph. */
    private static String filled(Parsed parsed) {
        ParsedDocument document = parsed.document();
        StringBuilder html = new StringBuilder(document.body().html());
        List<Body.Slot> slots = new ArrayList<>(document.body().slots());
        Collections.reverse(slots);
        for (Body.Slot slot : slots) {
            switch (slot.kind()) {
                case INSERT -> html.insert(slot.offset(), "‹" + name(document, slot) + "›");
                case PARAGRAPH -> html.insert(slot.offset(), "«" + name(document, slot) + "»");
                default ->
                    html.insert(slot.offset(), document.links().get(slot.link()).target());
            }
        }
        return html.toString().replaceAll("<a class=\"permalink\".*?</a>", "").replaceAll("\n+", "\n");
    }

    private static String name(ParsedDocument document, Body.Slot slot) {
        InsertReference insert = document.outline().inserts().get(slot.link());
        assertEquals(slot.kind() == Body.Kind.PARAGRAPH, insert.alone());
        return insert.name();
    }

    private static void both(String html, String markdown, String asciidoc) {
        assertEquals(html, filled(markdown(markdown)));
        assertEquals(html, filled(asciidoc(asciidoc)));
        assertEquals(List.of(), asciidoc(asciidoc).diagnostics());
    }

    @Test
    void anInsertAloneTakesThePlaceOfItsParagraph() {
        both("<p>a</p>\n«kpi:adoption»\n<p>b</p>\n", "a\n\n{kpi:adoption}\n\nb\n", "a\n\n{kpi:adoption}\n\nb\n");
    }

    @Test
    void bracesWithoutAnEndAreTextAndCostNoTime() {
        String text = "{{x {kpi:a} " + "{".repeat(300_000) + "} b";
        String html = org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                java.time.Duration.ofSeconds(4), () -> filled(markdown(text + "\n")));
        assertEquals("<p>" + text.replace("{kpi:a}", "‹kpi:a›") + "</p>\n", html);
    }

    @Test
    void insertsWithinALineAreGaps() {
        String line = "At ‹kpi:a›‹kpi:b.c-1›, {kpi:} {Kpi:x} {x} {kpi:x y}";
        both(
                "<p>" + line + "</p>\n",
                line.replace('‹', '{').replace('›', '}'),
                line.replace('‹', '{').replace('›', '}').replace("{x}", "\\{x}"));
        both("<p>see <strong>‹kpi:a›</strong></p>\n", "see **{kpi:a}**\n", "see *{kpi:a}*\n");
    }

    @Test
    void insertsStandInItemsAndCells() {
        both("<ul>\n<li>‹kpi:a› here</li>\n<li>b</li>\n</ul>\n", "- {kpi:a} here\n- b\n", "* {kpi:a} here\n* b\n");
        both("""
                <div class="table-scroll" tabindex="0" role="region" aria-label="Table"><table>
                <tbody>
                <tr><td>‹kpi:a›</td></tr>
                </tbody>
                </table></div>
                """, "<table><tr><td>{kpi:a}</td></tr></table>\n", "|===\n|{kpi:a}\n|===\n");
    }

    @Test
    void inCodeKeysLinksHeadingsAndTitlesTheBracesAreText() {
        both("<h2 id=\"at-kpia\">At {kpi:a}</h2>\n", "## At {kpi:a}\n", "== At {kpi:a}\n");
        both(
                "<p><code>{kpi:a}</code> <a href=\"a.md\">{kpi:b}</a></p>\n",
                "`{kpi:a}` [{kpi:b}](a.md)\n",
                "`{kpi:a}` xref:a.md[{kpi:b}]\n");
        both("""
                <aside class="admonition note" role="note" aria-label="Note">
                <p class="admonition-title">{kpi:a}</p>
                «kpi:b»
                </aside>
                """, "> [!NOTE] {kpi:a}\n> {kpi:b}\n", ".{kpi:a}\n[NOTE]\n====\n{kpi:b}\n====\n");
        both(
                "<details class=\"disclosure\">\n<summary>{kpi:a}</summary>\n<p>b</p>\n</details>\n",
                "<details><summary>{kpi:a}</summary>\n\nb\n\n</details>\n",
                ".{kpi:a}\n[%collapsible]\n====\nb\n====\n");
    }

    @Test
    void aBackslashMakesTheBracesText() {
        both("<p>{kpi:a} ‹kpi:b›</p>\n", "\\{kpi:a} {kpi:b}\n", "\\{kpi:a} {kpi:b}\n");
        both("<p>{kpi:a}</p>\n", "\\{kpi:a}\n", "\\{kpi:a}\n");
        both("<h2 id=\"at-kpia\">At {kpi:a}</h2>\n", "## At \\{kpi:a}\n", "== At \\{kpi:a}\n");
        both("""
                <aside class="admonition note" role="note" aria-label="Note">
                <p class="admonition-title">{kpi:a}</p>
                <p>b</p>
                </aside>
                """, "> [!NOTE] \\{kpi:a}\n> b\n", ".\\{kpi:a}\n[NOTE]\n====\nb\n====\n");
        assertEquals("<p>\\‹kpi:a›</p>\n", filled(markdown("\\\\{kpi:a}\n")));
    }

    @Test
    void aParagraphWithAnIdStaysOne() {
        assertEquals("<p id=\"here\">‹kpi:a›</p>\n", filled(asciidoc("[#here]\n{kpi:a}\n")));
    }

    @Test
    void anInsertIsNoWord() {
        assertEquals(
                "Now % of teams",
                markdown("Now {kpi:a}% of {kpi:b} teams\n").document().text());
    }

    @Test
    void insertsStandWhereTheyAreWritten() {
        assertEquals(
                List.of("kpi:a 2:1", "kpi:a 2:9", "kpi:b 4:5"),
                markdown("one\n{kpi:a} {kpi:a}\n\n    {kpi:c}\n- x {kpi:b}\n".replace("    {kpi:c}\n", ""))
                        .document()
                        .inserts()
                        .stream()
                        .map(i -> i.name() + " " + i.position().line() + ":"
                                + i.position().column())
                        .toList());
    }
}
