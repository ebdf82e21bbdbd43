package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What authors do wrong in AsciiDoc, and what they are told. */
class AsciiDocFindingsTest {

    private static void tells(String adoc, String... findings) {
        assertEquals(
                String.join("\n", findings),
                String.join("\n", AsciiDocFixture.page(adoc).findings()).replace("content/page.adoc:", ""));
    }

    @Test
    void aCleanPageHasNoFindings() {
        tells("= T\n:a: b\n\n== A\n\n=== B\n\nText {a} <<B>>.\n\n[#x,role=y]\n* z\n\n[horizontal]\na:: b\n");
    }

    @Test
    void aBlockThatDoesNotEnd() {
        tells(
                "Text.\n\n----\ncode\n",
                "3 error AD001 this listing block does not end | end it with a line like the one that opens it");
        tells(
                "|===\n|a\n",
                "1 error AD001 this table block does not end | end it with a line like the one that opens it");
    }

    @Test
    void headingsOutOfSequence() {
        tells(
                "== A\n\n==== B\n",
                "3 warning AD002 a heading of level 3 follows where level 2 is the deepest possible | go down one level at a time: two ="
                        + " more than the level is what a heading starts with");
        tells(
                "= T\n\nText.\n\n= Again\n",
                "5 error AD003 a heading with one = is the page title, which stands at the top and only once | write == for the first level"
                        + " of headings");
    }

    @Test
    void conditionsThatDoNotFit() {
        tells(
                "ifdef::a[]\nx\n",
                "1 error AD004 the condition ifdef::a[] does not end | add endif::[] on a line of its own where the condition ends");
        tells(
                "endif::a[]\n",
                "1 error AD004 endif::a[] ends a condition that was not opened | remove it, or open the condition with ifdef, ifndef or ifeval");
        tells(
                "ifeval::[x]\ny\nendif::[]\n",
                "1 error AD005 this condition is malformed: invalid expression: ifeval::[x] | write ifdef::name[], ifndef::name[] or"
                        + " ifeval::[\"{name}\" == \"value\"], and endif::[] after it",
                "3 error AD004 endif::[] ends a condition that was not opened | remove it, or open the condition with ifdef, ifndef or ifeval");
    }

    @Test
    void attributesThatAreNotDefined() {
        tells(
                "Text\n{one} and {one}.",
                "2:1 warning AD006 the attribute {one} is not defined | define it in the page's header with :one: value, or write \\{one}"
                        + " when the braces are meant",
                "2:11 warning AD006 the attribute {one} is not defined | define it in the page's header with :one: value, or write \\{one}"
                        + " when the braces are meant");
    }

    @Test
    void idsUsedTwice() {
        tells(
                "[#a]\n== A\n\n[#a]\nText.\n\n[[a]]More.",
                "5 error AD007 the id \"a\" is used twice on this page | choose another id: links go to the first one",
                "7 error AD007 the id \"a\" is used twice on this page | choose another id: links go to the first one");
    }

    @Test
    void calloutsAndNumbersOutOfOrder() {
        tells(
                "----\na <1>\n----\n<2> x\n<2> y\n",
                "4 warning AD008 this callout explains <2> where <1> is next | number the explanations from 1, in order",
                "5 warning AD008 the code above has no callout <2> | write <2> at the end of the line of code that this explains, or remove"
                        + " the explanation");
        tells(
                "1. a\n3. b\n",
                "2 warning AD009 this list item is numbered 3 where 2 is next | start items with a full stop and a space: they are numbered"
                        + " by themselves");
    }

    @Test
    void tablesThatDoNotFit() {
        tells(
                "[cols=\"1,1\"]\n|===\n|a |b\n|c\n|===\n",
                "4 error AD010 this table's last row has not as many cells as the table has columns | give every row the same number of"
                        + " cells; cols=\"…\" tells how many columns there are");
    }

    @Test
    void stylesAndMacrosThatDoNotExist() {
        tells(
                "[WARNNG]\n====\nx\n====\n",
                "2 warning AD011 there is no style \"WARNNG\" for a block of this kind (example) | did you mean [WARNING]?");
        tells(
                "[bash]\n----\nx\n----\n",
                "2 warning AD011 there is no style \"bash\" for a block of this kind (listing) | write [source,bash] for a block of code, or"
                        + " [.bash] for a role");
        tells(
                "imge::x.png[]\n",
                "1 warning AD012 there is no block macro imge:: | correct its name; image::, include:: and toc:: exist");
    }

    @Test
    void passthroughsInEveryForm() {
        String hint = ": it works in AsciiDoc only, and all but harmless elements are removed | write it in AsciiDoc";
        tells("++++\n<u>x</u>\n++++\n", "1 warning AD013 HTML in a passthrough block" + hint);
        tells(
                "a pass:[<u>x</u>] b +++<u>y</u>+++",
                "1:3 warning AD013 HTML in a passthrough macro" + hint,
                "1:21 warning AD013 HTML in a passthrough macro" + hint);
        tells("[subs=none]\n<u>x</u>\n", "2 warning AD013 HTML in a passthrough block" + hint);
        tells(":x: pass:[<u>x</u>]\n\n{x}", "1 warning AD013 HTML in a passthrough attribute" + hint);
        tells("pass:[no tags] +++&nbsp;+++ ++<b>++ `+<b>+`");
    }

    @Test
    void whatIsNotSupported() {
        tells(
                "stem:[x^2]\n\nvideo::x.mp4[]\n\n[source,subs=none]\n----\n<x>\n----\n",
                "1 warning AD016 formulas are not set: this macro is shown as it is written | write the formula in words and plain"
                        + " characters, or as an image",
                "3 warning AD017 video cannot be part of a page that must work offline: a link stands in its place | write a link, and say"
                        + " in words what is to be heard or seen",
                "6 warning AD022 subs of this code block leaves special characters out: they are shown as characters all the same | write"
                        + " subs=\"+attributes\" to add a substitution to the usual ones");
        tells(
                "[tabs]\n====\ntext\n====\n",
                "3 error AD018 a tabs block holds something that is not a tab | write each tab as Title:: and join its blocks with a line"
                        + " holding +");
    }

    @Test
    void textThatAsciiDocTakesForTheAuthor() {
        tells(
                "= Title\nSome text.\n",
                "2 info AD021 the line below the title is read as the author's name and not shown | leave an empty line after the title");
    }

    @Test
    void footnotesThatAreNotThere() {
        tells(
                "a footnote:x[]",
                "1 warning AD015 there is no footnote \"x\" above | write the note where it is first referred to: footnote:x[the note]");
    }

    @Test
    void includesThatFail() {
        AsciiDocFixture site = new AsciiDocFixture(Map.of("page.adoc", """
                include::missing.adoc[]

                include::missing.adoc[opts=optional]

                include::e.txt[tag=q]

                include::e.txt[tags=!r]

                include::e.txt[lines=7..9]

                include::page.adoc[]

                include::/etc/passwd[]

                include::../x[]

                include::https://example.com/x[]
                """, "e.txt", "# tag::r[]\nx\n# end::r[]\n"));
        assertEquals(
                List.of(
                        "content/page.adoc:1:1 error IN001",
                        "content/page.adoc:5:1 error IN003",
                        "content/page.adoc:7:1 error AD020",
                        "content/page.adoc:9:1 error IN004",
                        "content/page.adoc:11:1 error IN005",
                        "content/page.adoc:13:1 error IN001",
                        "content/page.adoc:15:1 error IN002",
                        "content/page.adoc:17:1 error IN002"),
                site.rendered().diagnostics().stream()
                        .sorted()
                        .map(AsciiDocFixture::line)
                        .map(l -> l.replaceAll("^((\\S+ ){2}\\S+).*", "$1"))
                        .toList());
    }

    @Test
    void anEndlessNestingIsAFindingAndTheNextPageIsFine() {
        StringBuilder page = new StringBuilder();
        for (int i = 4; i < 1400; i++) {
            page.append("=".repeat(i)).append('\n');
        }
        assertEquals(
                List.of(
                        "content/page.adoc error AD098 the page is nested too deeply to be rendered | take lists, blocks or inline marks apart: nobody can"
                                + " follow that many levels"),
                AsciiDocFixture.page(page.toString()).findings());
        tells(
                "Text {x}",
                "1:6 warning AD006 the attribute {x} is not defined | define it in the page's header with :x: value, or write \\{x} when the braces are meant");
    }
}
