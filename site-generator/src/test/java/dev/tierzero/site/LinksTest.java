package dev.tierzero.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Heading;
import dev.tierzero.api.Link;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Body;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Outline;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.PercentCode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final SourcePosition AT = new SourcePosition("content/ops/a.md", 3, 1);

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

    private static LinkMap.Resolved resolve(String... links) {
        ParsedDocument from = page("ops/a.md", "A", Map.of(), links);
        Site site = site(from, page("ops/vault.adoc", "Vault", Map.of()), page("guide/index.md", "Guide", Map.of()));
        return new LinkMap(
                        site,
                        Map.of("ops/plan b.svg", "ops/plan-b.svg", "logo.png", "logo.png"),
                        Map.of("_part.md", "a partial, which has no page of its own"))
                .resolve(from);
    }

    private static List<String> urls(String... links) {
        LinkMap.Resolved resolved = resolve(links);
        assertEquals(List.of(), resolved.diagnostics());
        return resolved.targets().stream().map(LinkMap.Target::url).toList();
    }

    private static String finding(String link) {
        LinkMap.Resolved resolved = resolve(link);
        assertEquals(1, resolved.diagnostics().size(), link);
        assertFalse(resolved.targets().get(0).found());
        return resolved.diagnostics().get(0).code() + ": "
                + resolved.diagnostics().get(0).message() + " / "
                + resolved.diagnostics().get(0).hint();
    }

    @Test
    void referencesOfEveryShapeAreResolved() {
        assertEquals(
                List.of(
                        "vault.html",
                        "vault.html#verify",
                        "#verify",
                        "../guide/index.html",
                        "../guide/index.html#verify"),
                urls("vault.adoc", "/ops/vault.adoc#verify", "#verify", "../guide/", "../guide#verify"));
        assertEquals(
                List.of("vault.html", "../index.html", "../index.html", "index.html", "plan-b.svg", "../logo.png"),
                urls("vault.html", "/", "..", ".", "plan%20b.svg", "!../logo.png"));
        assertEquals(
                List.of("https://e.org/%zz", "mailto:a@b.c", "//e.org/x", "vault.html?a=1#%C3%BCber", "#über"),
                urls("https://e.org/%zz", "mailto:a@b.c", "//e.org/x", "vault.adoc?a=1#%C3%BCber", "#über"));
    }

    @Test
    void titlesAreThoseOfThePageOrHeading() {
        assertEquals(
                List.of("Vault", "Verify it", "Guide"),
                resolve("vault.adoc", "vault.adoc#verify", "../guide/").targets().stream()
                        .map(LinkMap.Target::title)
                        .toList());
    }

    @Test
    void whatLeadsNowhereIsToldWithWhatWasMeant() {
        assertEquals("LK001: link target valt.adoc does not exist / did you mean vault.adoc?", finding("valt.adoc"));
        assertEquals("LK001: link target vault.md does not exist / did you mean vault.adoc?", finding("vault.md"));
        assertEquals(
                "LK001: link target zzzzzzzz.md does not exist / correct the path (relative to this page), or write the page",
                finding("zzzzzzzz.md"));
        assertEquals(
                "LK002: there is no anchor #verfy on content/ops/vault.adoc / did you mean #verify?",
                finding("vault.adoc#verfy"));
        assertEquals(
                "LK002: there is no anchor #nothing-like-it on this page / anchors of that page: #verify, #über",
                finding("#nothing-like-it"));
        assertEquals("LK003: image ../logo.jpg does not exist / did you mean ../logo.png?", finding("!../logo.jpg"));
        assertEquals(
                "LK004: link /_part.md leads to a partial, which has no page of its own / publish _part.md, or remove the link",
                finding("/_part.md"));
        assertEquals(
                "LK005: image https://e.org/x.png is loaded from another host / "
                        + "save the image beside the page, so that the page works without a network",
                finding("!https://e.org/x.png"));
        assertEquals(
                "LK006: link ../../x.md leads out of the content folder / "
                        + "link a page or file below the content folder, or use the full address of the other site",
                finding("../../x.md"));
    }

    @Test
    void aFileWithALineNumberIsAPathAndNoScheme() {
        assertEquals(
                "LK001: link target vault.adoc:12 does not exist / did you mean vault.adoc?", finding("vault.adoc:12"));
        assertEquals("LK001: link target vault:12 does not exist / did you mean vault.adoc?", finding("vault:12"));
        assertEquals("LK003: image logo.png:1 does not exist / did you mean ../logo.png?", finding("!logo.png:1"));
        assertEquals(
                "./vault.adoc:12", resolve("vault.adoc:12").targets().get(0).url(), "no browser sees a scheme");
        assertEquals("../x.md:12", resolve("../x.md:12").targets().get(0).url());
    }

    @Test
    void onlySchemesThatPagesLinkToAreAbsolute() {
        assertEquals(
                List.of("HTTPS://e.org", "tel:+1", "sms:1", "ftp://e.org/x"),
                urls("HTTPS://e.org", "tel:+1", "sms:1", "ftp://e.org/x"));
        for (String link : List.of("javascript:alert(1)", "c:x", "e.org:8080/x", "x-y:z", ":x", "com.app:x")) {
            assertTrue(finding(link).startsWith("LK001: link target " + link), link);
        }
    }

    @Test
    void aRelativeUrlLeadsBackToItsTarget() {
        Random random = new Random(11);
        for (int i = 0; i < 5000; i++) {
            String from = path(random);
            String to = path(random);
            String url = Hrefs.relative(Hrefs.folder(from), to);
            URI resolved = URI.create("http://h/" + PercentCode.encoded(from)).resolve(url);
            assertEquals("http://h/" + PercentCode.encoded(to), resolved.toString(), from + " → " + to);
            assertEquals(to, PercentCode.decoded(resolved.getRawPath().substring(1)));
        }
    }

    private static String path(Random random) {
        String[] names = {"a", "ab", "a b", "ü", "x.html", "100%", "a&b", "日本"};
        StringBuilder path = new StringBuilder();
        for (int depth = random.nextInt(4); depth > 0; depth--) {
            path.append(names[random.nextInt(names.length)]).append('/');
        }
        return path.append(names[random.nextInt(names.length)]).toString();
    }

    @Test
    void percentCodesNeverFail() {
        assertEquals("%", PercentCode.decoded("%"));
        assertEquals("%zz a", PercentCode.decoded("%zz%20a"));
        assertEquals("ü", PercentCode.decoded("%c3%BC"));
        assertEquals("\ufffd", PercentCode.decoded("%ff"));
        assertEquals("a%20%C3%BC%25%22", PercentCode.encoded("a ü%\""));
    }
}
