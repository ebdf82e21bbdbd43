package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.model.Parsed;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text makes the parser fail, whatever stands in it: TRUST T9. */
final class RobustnessTest {

    private static final String EVERYTHING = """
            # Title {#t}

            Text *a **b** `c` [d](e.md "f") ![g](h.png) <kbd>i</kbd> https://j.example [^k] &amp; \\* ~~l~~ <br>
            --8<-- "_part.md:region"

            ::::tabs
            :::tab A
            > [!WARNING] B
            > c
            > - [ ] d
            :::
            ::::

            !!! note "E"
                f

                ```bash title="g" {1,2-3} alt="h"
                i
                ```

            ??? tip
                j

            === "K"
                l

            Table: M {.row-headers}
            | n | o |
            |--:|:-:|
            | p | `q\\|r` |

            Term
            : Definition

            1. s
               1. t

            <details><summary>u</summary>

            v

            </details>

            <div class="w" onclick="x"><!-- y --></div>

            [^k]: z

                aa

            Setext
            ======

            ***

            [ref]: https://bb.example "cc"
            """;

    @Test
    void everyPrefixOfAPageParses() {
        Pages pages = Pages.none().with("guides/_part.md", "<!-- tag::region[] -->\nx *y*\n<!-- end::region[] -->\n");
        DocumentParser parser = pages.parser();
        for (int end = 0; end <= EVERYTHING.length(); end++) {
            String html = Pages.html(parser.parse(pages.source(EVERYTHING.substring(0, end))));
            HostileTest.assertHarmless(html, EVERYTHING.substring(0, end));
        }
    }

    static Stream<String> pathologies() {
        IntFunction<Stream<String>> ofSize = size -> Stream.of(
                "*a **a ".repeat(size / 14) + "b" + " a** a*".repeat(size / 14),
                "a_ ".repeat(size / 3),
                "[a".repeat(size / 2),
                "a]".repeat(size / 2),
                "[ (](".repeat(size / 5),
                "a**b" + "c* ".repeat(size / 3),
                "[".repeat(size / 2) + "a" + "]".repeat(size / 2),
                "> ".repeat(size / 2) + "a",
                "- ".repeat(size / 2) + "a",
                "`a``b".repeat(size / 5),
                IntStream.range(1, (int) Math.sqrt(2.0 * size))
                        .mapToObj(i -> "e" + "`".repeat(i))
                        .reduce("", String::concat),
                "[a](<b".repeat(size / 6),
                "[a](b".repeat(size / 5),
                "</" + "<!--".repeat(size / 4),
                "a <![CDATA[".repeat(size / 11),
                "x <!A ".repeat(size / 6),
                "![[]()".repeat(size / 6),
                IntStream.range(0, size / 9).mapToObj(i -> "[a" + i + "]: u\n").reduce("", String::concat) + "\n",
                "http://a" + ")".repeat(size),
                ":::note\n".repeat(size / 8),
                "<b>".repeat(size / 3),
                "[a](b \"".repeat(size / 7),
                "# a\n".repeat(size / 4),
                "|" + "a|".repeat(500) + "\n|" + "-|".repeat(500) + "\n" + "x|\n".repeat(size / 3),
                "[^a]".repeat(size / 4) + "\n\n[^a]: x\n",
                "a\u200Bb".repeat(size / 3),
                "\\".repeat(size),
                "word ".repeat(size / 5));
        return Stream.of(10_000, 30_000).flatMap(ofSize::apply);
    }

    @ParameterizedTest
    @MethodSource("pathologies")
    void pathologicalTextIsReadOrRefused(String text) throws InterruptedException {
        Queue<Parsed> parsed = new ConcurrentLinkedQueue<>();
        DocumentParser parser = Pages.none().parser();
        Thread thread =
                new Thread(null, () -> parsed.add(parser.parse(Pages.none().source(text))), "parse", 64L << 20);
        thread.setDaemon(true);
        thread.start();
        thread.join(20_000); // Far more than the 5 s that the engine allows: machines under test are busy.
        assertTrue(!thread.isAlive(), () -> text.substring(0, 40));
        assertEquals(1, parsed.size());
    }

    @Test
    void deepNestingIsALocatedError() {
        assertEquals(
                "3:1 error MD010: the text is too intricate to be parsed: quotes and lists are nested more than 100 levels deep"
                        + " | divide the paragraph, or put the text into a block of code\n",
                Pages.findings("a\n\n" + "> ".repeat(200) + "x\n"));
    }

    @Test
    void aLongTableOfLinksIsNotRefused() {
        String rows = "| [a](a.md) | [b](b.md) |\n".repeat(1_000);

        assertEquals(
                2_000,
                Pages.none()
                        .parse("| A | B |\n|---|---|\n" + rows)
                        .document()
                        .links()
                        .size());
    }

    @Test
    void aPageLongerThanAMegabyteIsRefused() {
        assertEquals(
                "content/guides/page.md error MD013: the page is longer than 1 MB | divide it into several pages\n",
                Pages.findings("word ".repeat(250_000)));
    }
}
