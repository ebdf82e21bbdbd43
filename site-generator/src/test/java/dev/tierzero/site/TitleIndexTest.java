package dev.tierzero.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.api.Heading;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Body;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Outline;
import dev.tierzero.model.ParsedDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index in which readers without scripts look things up. */
class TitleIndexTest {

    private static final SourcePosition AT = new SourcePosition("content/a.md", 3, 1);

    @Test
    void titlesCodesAlertsAndHeadingsStandUnderTheirFirstLetterWithoutAccentsAndSigns() {
        List<String> lines = lines(
                page("a.md", "Écran noir", Map.of("code", "AIBOX-E1042", "alerts", List.of("VaultSealed"))),
                page("b.md", "\"Quoted\" title", Map.of(), "--verbose", "10 steps", "2 steps"),
                page("c.md", "…", Map.of()));
        assertEquals(
                List.of(
                        "# tz.signs: … →c.html",
                        "0–9 tz.digits: 2 steps →b.html#2-steps (\"Quoted\" title), 10 steps →b.html#10-steps (\"Quoted\" title)",
                        "A tz.a: AIBOX-E1042 →a.html (Écran noir)",
                        "E tz.e: Écran noir →a.html",
                        "Q tz.q: \"Quoted\" title →b.html",
                        "V tz.v: VaultSealed →a.html (Écran noir), --verbose →b.html#--verbose (\"Quoted\" title)"),
                lines);
    }

    @Test
    void aHeadingOnManyPagesAndOneThatRepeatsTheTitleAreLeftOut() {
        List<String> lines = lines(Stream.concat(
                        IntStream.range(0, 4)
                                .mapToObj(i -> page("p" + i + ".md", "Page " + i, Map.of(), "Verification")),
                        Stream.of(page("q.md", "Rare", Map.of(), "Rare", "Only here")))
                .toArray(ParsedDocument[]::new));
        assertEquals(
                List.of(
                        "O tz.o: Only here →q.html#only-here (Rare)",
                        "P tz.p: Page 0 →p0.html, Page 1 →p1.html, Page 2 →p2.html, Page 3 →p3.html",
                        "R tz.r: Rare →q.html"),
                lines);
    }

    @Test
    void aVeryLargeSiteHasTitlesOnly() {
        ParsedDocument[] pages = IntStream.range(0, 3_100)
                .mapToObj(i -> page("p" + i + ".md", "Page " + i, Map.of(), "Heading " + i))
                .toArray(ParsedDocument[]::new);
        assertEquals(
                3_100,
                TitleIndex.of(site(pages)).stream()
                        .mapToInt(l -> l.entries().size())
                        .sum());
    }

    private static List<String> lines(ParsedDocument... pages) {
        return TitleIndex.of(site(pages)).stream()
                .map(letter -> letter.name() + " " + letter.id() + ": "
                        + String.join(
                                ", ",
                                letter.entries().stream()
                                        .map(e -> e.text() + " →" + e.page().href()
                                                + (e.anchor().isEmpty() ? "" : "#" + e.anchor())
                                                + (e.note().isEmpty() ? "" : " (" + e.note() + ")"))
                                        .toList()))
                .toList();
    }

    private static Site site(ParsedDocument... pages) {
        return new SitePlan("Portal", Map.of(), Map.of(), Map.of()).site(List.of(pages));
    }

    private static ParsedDocument page(String path, String title, Map<String, Object> metadata, String... headings) {
        Map<String, Metadata.Value> values = new LinkedHashMap<>();
        metadata.forEach((key, value) -> values.put(key, new Metadata.Value(value, AT)));
        return new ParsedDocument(
                path,
                "content/" + path,
                Markup.MARKDOWN,
                "page",
                title,
                new Metadata(values),
                Stream.of(headings)
                        .map(h -> new Heading(
                                2, h.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'), h, AT))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                "",
                new Body("", List.of()),
                Outline.EMPTY,
                List.of());
    }
}
