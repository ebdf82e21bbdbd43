package dev.tierzero.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way out of a copy is planted once, and found once. */
final class ClosureTest {

    private static final String STYLE = ".note { background: url(data:image/png;base64,AA==) }";
    private static final String COPY =
            "<!DOCTYPE html><html><head><title>A</title><link rel=\"icon\" href=\"data:,\"><style>"
                    + STYLE
                    + "</style></head><body><main id=\"tz.main\"><p><a href=\"a.html\">page</a> <a href=\"#b%20c\">there</a>"
                    + " <a href=\"mailto:a@b.example\">post</a> <img src=\"data:image/png;base64,AA==\" alt=\"\"></p>"
                    + "<h2 id=\"b c\">B</h2><svg viewBox=\"0 0 9 9\"><use href=\"#b%20c\"/></svg>PLANTED</main></body></html>";

    private static List<String> found(String planted) {
        String html = COPY.replace("PLANTED", planted);
        return new Closure("content/a.md", "a.offline.html", "a.html", STYLE)
                .verify(html, html.getBytes(StandardCharsets.UTF_8).length).stream()
                        .map(d -> d.code() + " " + d.message())
                        .toList();
    }

    @Test
    void aCopyThatHasEverythingIsFine() {
        assertEquals(List.of(), found(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a href='b.html'>b</a>|<a> names b.html",
                "<a href='https://a.example/'>b</a>|<a> names https://a.example/",
                "<a href='b.html'>b</a><a href='b.html'>c</a>|<a> names b.html",
                "<img src='b.png' alt=''>|<img> names b.png",
                "<img src='a.html' alt=''>|<img> names a.html",
                "<img src='data:,' srcset='b.png 2x' alt=''>|<img> names b.png 2x",
                "<script src='b.js'></script>|<script> names b.js",
                "<link rel='stylesheet' href='b.css'>|<link> names b.css",
                "<video poster='b.png'></video>|<video> names b.png",
                "<object data='b.pdf'></object>|<object> names b.pdf",
                "<form action='/send'></form>|<form> names /send",
                "<svg><image xlink:href='b.png'/></svg>|<image> names b.png",
                "<svg><use href='b.svg#i'/></svg>|<use> names b.svg#i",
                "<p style='background: url(b.png)'>b</p>|<p> names background: url(b.png)",
                "<meta http-equiv='refresh' content='0; url=b.html'>|<meta> names 0; url=b.html"
            })
    void whateverLeadsOutIsFoundOnce(String planted, String told) {
        assertEquals(
                List.of("OF001 the one-file copy a.offline.html needs something outside it: " + told), found(planted));
    }

    @Test
    void whatScriptsAndStylesSayIsNoMarkup() {
        assertEquals(
                List.of(),
                found("<script>a = '<img src=\"b.png\">';</SCRIPT><style>a::before{content:'<a href=b>'}</style>"));
        assertEquals(1, found("<script>a</script><img src='b.png' alt=''>").size());
        assertEquals(1, found("<script>a</script ><IMG SRC=b.png>").size());
        assertEquals(
                List.of(),
                found("<svg><style>a { b: c }</style><![CDATA[<a href='b'>]]></svg><p title='<img src=b>'>"));
        assertEquals(List.of(), found("<a href = \"#b%20c\">there</a><i id = 'x y'></i><a href='#x%20y'>x</a>"));
    }

    /** Each would make what follows text, or a comment, for a reader that is not a browser. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- a -->",
                "<!-- a --!>",
                "<!-->",
                "<!--->",
                "<!doctype '<!--'>",
                "<?php <!-- ?>",
                "<![CDATA[<!--]]>",
                "</ <!-->",
                "</p title='<!--'>",
                "<title>a <!-- b</title>",
                "<textarea><!-- </textarea>",
                "<xmp><!--</xmp>",
                "<script>a</scriptx><!-- </script>",
                "<style>a { content: '<!--' }</style>",
                "<svg><style/></svg>",
                "<svg><style><g></g></style></svg>",
                "<svg><title><b></b></title></svg>",
                "<p\f/>",
                "<p '\"' =>",
                "<p a = '>' b= \">\" c =x>"
            })
    void whatFollowsIsStillRead(String before) {
        assertEquals(1, found(before + "<img\fsrc\t=\n'b.png' alt=''>").size(), before);
        assertEquals(1, found(before + "<img src='b.png' alt=''>").size(), before);
    }

    @Test
    void anIdThatIsMissingIsFound() {
        assertEquals(
                List.of("OF002 the one-file copy a.offline.html has a link to #nowhere, and there is no such id in it"),
                found("<a href='#nowhere'>n</a>"));
    }

    @Test
    void aCopyThatIsTooLargeSaysWhatIsLargeInIt() {
        String image = "<img src='data:image/png;base64," + "A".repeat(310 << 10) + "' alt='The rack'>";
        assertEquals(
                List.of(
                        "OF003 the one-file copy a.offline.html has 311 KB, and may have 300 KB; in it an image of 311 KB"
                                + " (The rack)"),
                found(image));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@font-face { src: url(\"sign.woff2\") }|url(\"sign.woff2\")",
                "a { background: URL( b.png ) }|URL( b.png )",
                "@import 'more.css';|@import 'more.css'"
            })
    void aStyleSheetThatLoadsIsFound(String css, String told) {
        assertEquals(
                List.of("templates/assets/site.css OF001 one-file copies have the style sheet in them, and it loads"
                        + " something: " + told),
                Closure.ofStyle("templates/assets/site.css", STYLE + css).stream()
                        .map(d -> d.position().file() + " " + d.code() + " " + d.message())
                        .toList());
        assertEquals(1, found("<style>" + css + "</style>").size());
    }

    @Test
    void whatIsNotInTheArchiveIsFoundOnce() {
        String html = "<a href='../robots.txt'>r</a><a href='../robots.txt#x'>r</a><a href='b.html'>b</a>"
                + "<a href='https://a.example/robots.txt'>r</a><a href='#x'>x</a><a href='::'>bad</a>";
        Set<String> targets = new PageVerification(Set.of("robots.txt", "ops/b.html"), href -> Optional.empty(), "/")
                .verify("ops/a.html", "content/ops/a.md", html, Set.of())
                .targets();
        assertEquals(
                List.of("page ops/a.html refers to robots.txt, which is not in portal.zip"),
                Closure.ofArchive("content/ops/a.md", "ops/a.html", targets, path -> !path.equals("robots.txt"))
                        .stream()
                        .map(d -> d.message())
                        .toList());
    }
}
