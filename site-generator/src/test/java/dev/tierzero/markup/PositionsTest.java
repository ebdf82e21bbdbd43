package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.model.Parsed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every position is in the file as its author sees it. */
final class PositionsTest {

    private static final String PAGE = """
            ## One

            Text [a](a.md) and ![b](b.png).

            > [!NOTE]
            > see [c](c.md)

            - item

              ```bash
              ls
              ```

            | h |
            |---|
            | [d](d.md) |

            --8<-- "_part.md"

            <p>raw <a href="e.md">e</a></p>

            :::tip
            [f](f.md)
            :::
            """;

    private static Parsed parse(int firstLine) {
        Pages pages = Pages.none().with("guides/_part.md", "## Part\n\nIn [p](p.md).\n\n--8<-- \"inner.md\"\n");
        pages.with("guides/inner.md", "x\n[q](q.md)\n");
        return pages.parser().parse(pages.source(PAGE, firstLine));
    }

    @Test
    void linksStandWhereTheyAreWritten() {
        assertEquals(
                List.of(
                        "a.md content/guides/page.md:3:6",
                        "b.png content/guides/page.md:3:20",
                        "c.md content/guides/page.md:6:7",
                        "d.md content/guides/page.md:16:3",
                        "p.md content/guides/_part.md:3:4",
                        "q.md content/guides/inner.md:2:1",
                        "e.md content/guides/page.md:20:8",
                        "f.md content/guides/page.md:23:1"),
                parse(1).document().links().stream()
                        .map(link -> link.target() + " " + link.position())
                        .toList());
    }

    @Test
    void frontMatterCounts() {
        assertEquals(
                List.of("content/guides/page.md:8:1", "content/guides/_part.md:1:1", "content/guides/page.md:17:3"),
                Stream.concat(
                                parse(8).document().headings().stream()
                                        .map(heading -> heading.position().toString()),
                                parse(8).document().codeBlocks().stream()
                                        .map(code -> code.position().toString()))
                        .toList());
    }

    @Test
    void aFindingInAnIncludeNamesTheIncludeLines() {
        Pages pages = Pages.none().with("guides/_part.md", "ok\n\n--8<-- \"inner.md\"\n");
        pages.with("guides/inner.md", "a\n\n<script>x</script>\n");

        assertEquals(
                "content/guides/inner.md:3:1 error HT001: the element <script> was removed with what is in it"
                        + " | take it out, or say it in Markdown or AsciiDoc"
                        + " | from [content/guides/_part.md:3:1, content/guides/page.md:2:1]\n",
                Pages.findings(pages.parse("x\n--8<-- \"_part.md\"\n")));
    }

    @Test
    void aHiddenCharacterIsFoundWhereItStands() {
        assertEquals(
                "4:4 error TX001: the invisible or deceptive character U+200B ZERO WIDTH SPACE stands in a block of code"
                        + " | delete it, or write the character that readers are to copy\n"
                        + "7:3 warning TX002: the invisible or deceptive character U+202E RIGHT-TO-LEFT OVERRIDE stands in text"
                        + " | delete it: readers and the search do not see it\n",
                Pages.findings("Text.\n\n```bash\nls \u200B-l\n```\n\nab\u202Ecd\n"));
    }
}
