package dev.tierzero.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same page in Markdown and in AsciiDoc is the same page. */
@ExtendWith(Sites.class)
final class OneModelTest {

    @Test
    void everyConstructGivesTheSameHtmlInBothMarkups(Constructs constructs) {
        assertEquals(
                body(constructs, Constructs.MARKDOWN).html(),
                body(constructs, Constructs.ASCIIDOC).html());
    }

    @Test
    void theContentsOfThePageAreTheSameInBothMarkups(Constructs constructs) {
        List<String> markdown = contents(constructs, Constructs.MARKDOWN);
        assertEquals(
                List.of(
                        "#notes",
                        "#tabs",
                        "#lists",
                        "#tables",
                        "#code",
                        "#includes",
                        "#links",
                        "#images",
                        "#a-heading-below",
                        "#a-heading-below-1"),
                markdown);
        assertEquals(markdown, contents(constructs, Constructs.ASCIIDOC));
    }

    @Test
    void theSiteOfEveryConstructHasNoErrorAndNoWarning(Constructs constructs) {
        assertEquals(
                List.of(),
                constructs.site().outcome().diagnostics().stream()
                        .filter(d -> !d.severity().word().equals("info"))
                        .map(d -> d.position() + " " + d.code() + " " + d.message())
                        .toList());
    }

    private static List<String> contents(Constructs constructs, String page) {
        return Jsoup.parse(constructs.site().text(page)).select(".contents a").eachAttr("href");
    }

    private static Element body(Constructs constructs, String page) {
        return Jsoup.parse(constructs.site().text(page)).expectFirst("main .body");
    }
}
