package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.model.Parsed;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.junit.jupiter.api.Test;

/** The same page in Markdown and in AsciiDoc has the same skeleton, ids, code and words. */
class TwinPagesTest {

    private static final String MARKDOWN = """
            Lead with *em*, **strong**, `code`, ~~gone~~ and <kbd>Ctrl</kbd>+<kbd>C</kbd>.

            ## Verify it {#verify}

            See [the vault](../recovery/vault.adoc#check), [](other.adoc), [above](#verify), <https://example.com/a> and [E](https://example.com).

            ### What then?

            ### What then?

            > [!WARNING]
            > Watch out.

            > [!CAUTION] Data loss
            > First.
            >
            > - item

            <details><summary>More</summary>

            Hidden text.

            </details>

            ::::tabs
            :::tab Linux

            ```bash
            ls
            ```

            :::
            :::tab Windows 11 + WSL2

            Text.

            :::
            ::::

            - [ ] todo
            - [x] done

            1. one
            2. two

               ```bash title="Check the vault" {2}
               a
               b && c
               ```

            3. three

            Text.

            - a
              - b

            Term
            : Definition

            Text with a note[^1] and another[^2].

            [^1]: The *note*.
            [^2]: Other.

            Table: Caption {.row-headers}

            | A | B | C |
            |---|:-:|--:|
            | r | `x` | 1 |

            | A | B |
            |---|---|
            | 1 | 2 |

            ```console
            $ ls
            out
            ```

            ```mermaid title="Cap" alt="What it shows"
            graph TD
            ```

            ![Alt text](fig.svg "A caption")

            Inline ![Icon](icon.png) image.

            > Quoted.

            ***

            ## Last
            """;

    private static final String ASCIIDOC = """
            Lead with _em_, *strong*, `code`, [.line-through]#gone# and kbd:[Ctrl+C].

            [#verify]
            == Verify it

            See xref:../recovery/vault.adoc#check[the vault], xref:other.adoc[], <<verify,above>>, https://example.com/a and https://example.com[E].

            === What then?

            === What then?

            WARNING: Watch out.

            .Data loss
            [CAUTION]
            ====
            First.

            * item
            ====

            .More
            [%collapsible]
            ====
            Hidden text.
            ====

            [tabs]
            ====
            Linux::
            +
            --
            [source,bash]
            ----
            ls
            ----
            --
            Windows 11 + WSL2::
            +
            --
            Text.
            --
            ====

            * [ ] todo
            * [x] done

            //-

            . one
            . two
            +
            [source,bash,highlight=2]
            .Check the vault
            ----
            a
            b && c
            ----
            . three

            Text.

            * a
            ** b

            //-

            Term:: Definition

            Text with a notefootnote:[The _note_.] and anotherfootnote:[Other.].

            .Caption
            [cols="1h,^1,>1",options="header"]
            |===
            |A |B |C

            |r |`x` |1
            |===

            |===
            |A |B

            |1 |2
            |===

            [source,console]
            ----
            $ ls
            out
            ----

            .Cap
            [source,mermaid,alt="What it shows"]
            ----
            graph TD
            ----

            .A caption
            image::fig.svg[Alt text]

            Inline image:icon.png[Icon] image.

            ____
            Quoted.
            ____

            '''

            == Last
            """;

    private static Parsed parse(String path, String text) {
        return AsciiDocFixture.page("").parser().parse(AsciiDocFixture.source(path, text));
    }

    /** The elements with their attributes and the words between them, one a line. */
    private static String skeleton(String html) {
        StringBuilder lines = new StringBuilder();
        for (Node node : Jsoup.parseBodyFragment(html).body().childNodes()) {
            describe(node, "", lines);
        }
        return lines.toString();
    }

    private static void describe(Node node, String indent, StringBuilder lines) {
        if (node instanceof Element element) {
            lines.append(indent)
                    .append(element.normalName())
                    .append(' ')
                    .append(element.attributes())
                    .append('\n');
            element.childNodes().forEach(child -> describe(child, indent + "  ", lines));
        } else if (!node.outerHtml().isBlank()) {
            lines.append(indent).append(Jsoup.parse(node.outerHtml()).text()).append('\n');
        }
    }

    @Test
    void theSamePageInBothMarkupsIsTheSame() {
        Parsed markdown = parse("a/page.md", MARKDOWN);
        Parsed asciidoc = parse("a/page.adoc", ASCIIDOC);
        assertEquals(
                List.of(),
                markdown.diagnostics().stream().map(AsciiDocFixture::line).toList());
        assertEquals(
                List.of(),
                asciidoc.diagnostics().stream().map(AsciiDocFixture::line).toList());
        assertEquals(
                skeleton(markdown.document().body().html()),
                skeleton(asciidoc.document().body().html()));
        assertEquals(markdown.document().ids(), asciidoc.document().ids());
        assertEquals(markdown.document().text(), asciidoc.document().text());
        assertEquals(
                markdown.document().links().stream()
                        .map(l -> l.kind() + l.target())
                        .toList(),
                asciidoc.document().links().stream()
                        .map(l -> l.kind() + l.target())
                        .toList());
        assertEquals(
                markdown.document().codeBlocks().stream()
                        .map(c -> Map.entry(c.language(), c.text()))
                        .toList(),
                asciidoc.document().codeBlocks().stream()
                        .map(c -> Map.entry(c.language(), c.text()))
                        .toList());
        assertEquals(BlocksTest.shape(markdown.document()), BlocksTest.shape(asciidoc.document()));
        BlocksTest.BlockLaws.check(markdown.document());
        BlocksTest.BlockLaws.check(asciidoc.document());
    }
}
