package dev.tierzero.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Heading;
import dev.tierzero.api.Link;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Body;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Outline;
import dev.tierzero.model.ParsedDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SitePlanTest {

    private static final SourcePosition AT = new SourcePosition("content/ops/a.md", 3, 1);

    @Test
    void foldersAreSectionsInOrderWithIndexesMadeWhereNoneIsWritten() {
        Site site = new SitePlan("Portal", Map.of("z", "Zett"), Map.of("z", 1), Map.of())
                .site(List.of(
                        page("z/two.md", "Two", Map.of("order", 2L)),
                        page("z/one.md", "one", Map.of("order", 1L)),
                        page("z/deep-er/x.md", "X", Map.of()),
                        page("b/index.md", "Bee", Map.of("nav-title", "B!")),
                        page("top.md", "Top", Map.of())));
        assertEquals(
                List.of("Zett", "B!"),
                site.root().sections().stream().map(Section::title).toList());
        assertEquals("Deep er", site.section("z/deep-er").orElseThrow().title());
        assertEquals(
                List.of("z/index.html", "z/one.html", "z/two.html", "z/deep-er/index.html", "z/deep-er/x.html"),
                site.section("z").orElseThrow().readingOrder().map(Page::href).toList());
        Site.Neighbours two = site.neighbours(site.page("z/two.html").orElseThrow());
        assertEquals(Optional.of("one"), two.previous().map(Page::title));
        assertEquals(Optional.of("z/deep-er/index.html"), two.next().map(Page::href));
        assertEquals(
                List.of(
                        "404.html",
                        "b/index.html",
                        "index.html",
                        "offline.html",
                        "search.html",
                        "top.html",
                        "types/index.html",
                        "types/page.html"),
                site.pages().stream()
                        .map(Page::href)
                        .filter(h -> !h.startsWith("z/"))
                        .toList());
    }

    @Test
    void tagsThatDifferInCaseAndPunctuationAreOne() {
        Site site = site(
                page("a.md", "A", Map.of("tags", List.of("CI/CD", "index"))),
                page("b.md", "B", Map.of("tags", List.of("ci-cd", "ci cd"))));
        Page tag = site.page("tags/ci-cd.html").orElseThrow();
        assertEquals("CI/CD", tag.title());
        assertEquals(List.of("a.html", "b.html"), tag.members());
        assertTrue(site.page("tags/tag-index.html").isPresent());
    }

    @Test
    void formerAddressesAreCheckedAgainstAllThatStands() {
        Site site = site(
                page(
                        "a.md",
                        "A",
                        Map.of(
                                "aliases",
                                List.of("/old", "no/slash.html", "/b.html", "/b.html/deep", "/../x", "/robots.txt"))),
                page("b.md", "B", Map.of("aliases", List.of("/old/index.html", "/OLD/", "/x.html/y"))),
                page("c.md", "C", Map.of("aliases", List.of("/manifest.json", "/_headers", "/a b"))));
        Aliases aliases = Aliases.of(site, Set.of("a.html", "b.html", "c.html", "x.html"));
        assertEquals(Map.of("/old", "a.html", "/no/slash.html", "a.html"), aliases.targets());
        assertEquals(
                List.of(
                        "RD002: alias /b.html is the address of a page or file that exists",
                        "RD002: alias /b.html/deep is the address of a page or file that exists",
                        "RD001: \"/../x\" is no address that a page can have had",
                        "RD001: \"/robots.txt\" is no address that a page can have had",
                        "RD003: alias /old/index.html is also claimed by a.html",
                        "RD003: alias /OLD/ is also claimed by a.html",
                        "RD002: alias /x.html/y is the address of a page or file that exists",
                        "RD001: \"/manifest.json\" is no address that a page can have had",
                        "RD001: \"/_headers\" is no address that a page can have had",
                        "RD001: \"/a b\" is no address that a page can have had"),
                aliases.diagnostics().stream()
                        .map(d -> d.code() + ": " + d.message())
                        .toList());
    }

    private static ParsedDocument page(String path, String title, Map<String, Object> metadata, String... links) {
        Map<String, Metadata.Value> values = new LinkedHashMap<>();
        metadata.forEach((key, value) ->
                values.put(key, new Metadata.Value(value, new SourcePosition("content/" + path, 2, 1))));
        return new ParsedDocument(
                path,
                "content/" + path,
                Markup.ofPath(path).orElse(Markup.MARKDOWN),
                String.valueOf(metadata.getOrDefault("type", "page")),
                title,
                new Metadata(values),
                List.of(new Heading(2, "verify", "Verify it", AT)),
                Stream.of(links)
                        .map(l -> l.startsWith("!")
                                ? new Link(Link.Kind.IMAGE, l.substring(1), AT)
                                : new Link(Link.Kind.ANCHOR, l, AT))
                        .toList(),
                List.of(),
                List.of("verify", "über"),
                "",
                new Body("", List.of()),
                Outline.EMPTY,
                List.of());
    }

    private static Site site(ParsedDocument... pages) {
        return new SitePlan("Portal", Map.of(), Map.of(), Map.of()).site(List.of(pages));
    }
}
