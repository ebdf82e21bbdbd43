package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.api.Metadata;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where blocks, links and images say they stand, also behind includes, conditions and look-aheads. */
class AsciiDocPositionsTest {

    /** The elements with a position: name, position, and target if any. */
    private static List<String> places(String html) {
        return org.jsoup.Jsoup.parseBodyFragment(html).body().getElementsByAttribute("data-p").stream()
                .map(e -> (e.normalName() + " " + e.attr("data-p") + " " + e.attr("href") + e.attr("src")).strip())
                .toList();
    }

    @Test
    void everyBlockLinkAndImageKnowsItsLine() {
        assertEquals(
                List.of(
                        "h2 3:1",
                        "p 5:1",
                        "a 5:6 x.adoc",
                        "a 6:1 x.adoc",
                        "a 6:16 https://e.example",
                        "a 6:34 #a",
                        "img 7:4 i.png",
                        "pre 10:1",
                        "ul 14:1",
                        "li 14:1",
                        "a 14:3 y.adoc",
                        "li 16:1",
                        "a 16:3 z.adoc",
                        "table 18:1",
                        "a 19:5 c.adoc",
                        "a 21:2 d.adoc"),
                places(AsciiDocFixture.page("""
                                = Title

                                == Heading

                                Text xref:x.adoc[]
                                link:x.adoc[X] https://e.example <<a,b>>
                                An image:i.png[I]

                                [source,bash]
                                ----
                                code
                                ----

                                * xref:y.adoc[y]
                                // comment
                                * xref:z.adoc[z]

                                |===
                                |A |xref:c.adoc[c]

                                |xref:d.adoc[d] |D
                                |===
                                """).html()));
    }

    @Test
    void theNthLinkToATargetIsTheNthInTheSource() {
        assertEquals(
                List.of("p 1:1", "a 1:1 x.adoc", "a 1:16 x.adoc", "a 2:1 x.adoc", "a 2:16 x.adoc.txt"),
                places(AsciiDocFixture.page("xref:x.adoc[1] xref:x.adoc[2]\nlink:x.adoc[3] link:x.adoc.txt[4]")
                        .html()));
    }

    @Test
    void aTargetFromAnAttributeStandsAtItsBlock() {
        assertEquals(
                List.of("p 3:1", "a 3:1 x.adoc"),
                places(AsciiDocFixture.page(":u: x.adoc\n\nlink:{u}[u]").html()));
    }

    @Test
    void frontMatterIsCounted() {
        Source source =
                new Source("p.adoc", "content/p.adoc", Markup.ASCIIDOC, Metadata.EMPTY, "Text {x}.\n\n====\n", 7);
        Rendered rendered = new AsciiDocRenderer(AsciiDocFixture.page("").contents()).render(source);
        assertEquals(List.of("p 7:1", "t0-example 9:1"), places(rendered.html()));
        assertEquals(
                List.of("content/p.adoc:9", "content/p.adoc:7:6"),
                rendered.diagnostics().stream()
                        .map(d -> d.position().toString())
                        .toList());
    }

    @Test
    void includesKeepTheirLinesAndWhatFollowsKeepsItsOwn() {
        AsciiDocFixture site = new AsciiDocFixture(Map.of(
                "page.adoc",
                """
                Text.

                include::sub/_part.adoc[]

                After xref:after.adoc[x].

                ====
                include::sub/_part.adoc[tag=two]

                In xref:in.adoc[x].
                ====

                * item
                +
                --
                include::sub/_part.adoc[tags=one;two]

                Tail xref:tail.adoc[x].
                --

                [source,yaml]
                ----
                include::e.yaml[tag=r]
                ----
                """,
                "sub/_part.adoc",
                """
                // tag::one[]
                One xref:p1.adoc[x].
                // end::one[]

                // tag::two[]

                Two xref:p2.adoc[x].

                include::_deep.adoc[]
                // end::two[]
                """,
                "sub/_deep.adoc",
                "Deep xref:p3.adoc[x].\n",
                "e.yaml",
                "a: 1\n# tag::r[]\nb: 2\n# end::r[]\n"));
        Rendered rendered = site.rendered();
        assertEquals(
                List.of("content/page.adoc", "content/sub/_part.adoc", "content/sub/_deep.adoc", "content/e.yaml"),
                rendered.files());
        assertEquals(
                List.of(
                        "p 1:1",
                        "p 1:2:1",
                        "a 1:2:5 p1.adoc",
                        "p 1:7:1",
                        "a 1:7:5 p2.adoc",
                        "p 2:1:1",
                        "a 2:1:6 p3.adoc",
                        "p 5:1",
                        "a 5:7 after.adoc",
                        "t0-example 7:1",
                        "p 1:7:1",
                        "a 1:7:5 p2.adoc",
                        "p 2:1:1",
                        "a 2:1:6 p3.adoc",
                        "p 10:1",
                        "a 10:4 in.adoc",
                        "ul 13:1",
                        "li 13:1",
                        "p 13:1",
                        "p 1:2:1",
                        "a 1:2:5 p1.adoc",
                        "p 1:7:1",
                        "a 1:7:5 p2.adoc",
                        "p 2:1:1",
                        "a 2:1:6 p3.adoc",
                        "p 18:1",
                        "a 18:6 tail.adoc",
                        "pre 22:1"),
                places(rendered.html()));
        assertEquals(
                "b: 2", org.jsoup.Jsoup.parse(rendered.html()).select("code").text());
    }

    @Test
    void aFindingInAnIncludeNamesTheWayThere() {
        AsciiDocFixture site = new AsciiDocFixture(Map.of(
                "page.adoc", "Text.\n\ninclude::a.adoc[]\n",
                "a.adoc", "A.\n\ninclude::b.adoc[]\n",
                "b.adoc", "B {nope}.\n"));
        assertEquals(
                List.of(
                        "content/b.adoc:1:3 warning AD006 the attribute {nope} is not defined | define it in the page's header with"
                                + " :nope: value, or write \\{nope} when the braces are meant [content/a.adoc:3:1, content/page.adoc:3:1]"),
                site.findings());
    }

    @Test
    void linesLevelsAndIndentsOfAnIncludeAreObeyed() {
        AsciiDocFixture site = new AsciiDocFixture(Map.of(
                "page.adoc",
                "== A\n\ninclude::s.adoc[leveloffset=+1]\n\n----\ninclude::e.txt[lines=1;3..4,indent=2]\n----\n\n----\ninclude::e.txt[lines=5..-1]\n----\n",
                "s.adoc",
                "== S\n\nText.\n",
                "e.txt",
                "1\n2\n3\n4\n5\n6\n"));
        assertEquals(
                "<h2 data-p=\"1:1\">A</h2>\n<h3 data-p=\"1:1:1\">S</h3>\n<p data-p=\"1:3:1\">Text.</p>\n"
                        + "<pre data-p=\"5:1\"><code>  1\n  3\n  4</code></pre>\n<pre data-p=\"9:1\"><code>5\n6</code></pre>",
                site.html().strip());
    }
}
