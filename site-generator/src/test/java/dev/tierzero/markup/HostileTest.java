package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Severity;
import dev.tierzero.model.Parsed;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a page says can run: TRUST T1, T2. */
final class HostileTest {

    private static final Set<String> ACTIVE = Set.of(
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "svg",
            "math",
            "form",
            "link",
            "meta",
            "base",
            "template",
            "noscript",
            "textarea",
            "video",
            "audio",
            "frameset",
            "frame",
            "applet",
            "button",
            "select");

    static Stream<String> urls() {
        return Stream.of(
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "&#106;avascript:alert(1)",
                "&#x6A;avascript:alert(1)",
                "&#0000106avascript:alert(1)",
                "java&#9;script:alert(1)",
                "java&Tab;script:alert(1)",
                "java&NewLine;script:alert(1)",
                "java&#10;script:alert(1)",
                "java&#13;script:alert(1)",
                "&#1;javascript:alert(1)",
                "&#14; javascript:alert(1)",
                "javascript&colon;alert(1)",
                "javascript&#58;alert(1)",
                "javascript&#x3A;alert(1)",
                "vbscript:msgbox(1)",
                "VBScript:x",
                "livescript:x",
                "mocha:x",
                "data:text/html,<script>alert(1)</script>",
                "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
                "DATA:text/html,x",
                "data:image/svg+xml,<svg onload=alert(1)>",
                "blob:https://x/y",
                "filesystem:https://x/y",
                "file:///etc/passwd",
                "view-source:https://x",
                "about:blank",
                "feed:javascript:alert(1)",
                "jar:https://x!/y",
                "//evil.example/x",
                "\\\\evil.example\\x",
                "/\\evil.example",
                "https:\\\\evil.example",
                "https:evil.example",
                "https://user@evil.example/",
                "https://pаypal.example/",
                "tel:+1",
                "sms:1",
                "ws://x",
                "intent://x#Intent;end",
                "ms-word:ofe|u|x",
                "chrome://settings",
                "javascript://%0aalert(1)",
                "javascript:/*--></title>*/alert(1)",
                " javascript:alert(1)",
                "\u00A0javascript:alert(1)",
                "java\u00ADscript:alert(1)",
                "mailto:",
                "http://",
                "https:///x");
    }

    static Stream<String> payloads() {
        Stream<String> html = Stream.of(
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//x></SCRIPT>",
                "<scr<script>ipt>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<img src=\"x\" alt=\"\" onerror=\"alert(1)\">",
                "<svg onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">",
                "<iframe src=javascript:alert(1)></iframe>",
                "<iframe srcdoc='<script>alert(1)</script>'>",
                "<object data=x></object>",
                "<embed src=x>",
                "<form action=javascript:x><input type=submit>",
                "<button formaction=javascript:x>b</button>",
                "<a href=javascript:alert(1)>x</a>",
                "<a href='x' onclick=alert(1)>x</a>",
                "<a xlink:href=javascript:x>y</a>",
                "<body onload=alert(1)>",
                "<style>@import 'x'</style>",
                "<div style='background:url(javascript:x)'>d</div>",
                "<link rel=stylesheet href=x>",
                "<meta http-equiv=refresh content='0;url=javascript:x'>",
                "<base href=//evil.example/>",
                "<template><script>x</script></template>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<textarea><script>x</script></textarea>",
                "<title><script>x</script></title>",
                "<xmp><script>x</script></xmp>",
                "<noembed><img src=x onerror=alert(1)></noembed>",
                "<plaintext><script>x</script>",
                "<details open ontoggle=alert(1)><summary>x</summary></details>",
                "<video><source onerror=alert(1)></video>",
                "<audio src=x onerror=alert(1)>",
                "<input autofocus onfocus=alert(1)>",
                "<select onfocus=alert(1)><option>x</select>",
                "<marquee onstart=alert(1)>x</marquee>",
                "<isindex type=image src=x onerror=alert(1)>",
                "<table background=javascript:x><tr><td>y</table>",
                "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
                "<!-- a --!><script>x</script>",
                "<![CDATA[<script>x</script>]]>",
                "<?xml x?><script>y</script>",
                "<a href=\"x\" data-p=\"1:1\" data-p='\" onload=\"x'>y</a>",
                "<t0-admonition kind='x\" onload=\"y' title='<script>z</script>'>w</t0-admonition>",
                "<t0-tab title='\"><script>x</script>'>y</t0-tab>",
                "<t0-fnref id='<script>'></t0-fnref>",
                "<pre data-lang='\"><script>x</script>' data-title='<script>y</script>'><code>z</code></pre>",
                "<p id='\"><script>x</script>'>y</p>",
                "<p lang='\" onclick=\"x'>y</p>",
                "<abbr title='\"><script>x</script>'>y</abbr>",
                "<q cite='javascript:x'>y</q>",
                "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
                "<b/onclick=alert(1)>x</b>",
                "<b\nonclick\n=\nalert(1)>x</b>",
                "<img src='x' alt='\"><script>x</script>'>",
                "<ol start='1\" onclick=\"x'><li>y</ol>",
                "<td colspan='1\" onclick=\"x'>y</td>",
                "<frameset><frame src=javascript:x></frameset>",
                "<dialog open onclose=x>y</dialog>",
                "<canvas onclick=x>y</canvas>",
                "<map name=x><area href=javascript:y></map>",
                "<a href='https://x\" onclick=\"y'>z</a>");
        Stream<String> markdown = Stream.of(
                "[x](<javascript:alert(1)>)",
                "[x](javascript&#58;alert(1))",
                "[x][y]\n\n[y]: javascript:alert(1)\n",
                "<javascript:alert(1)>",
                "![x](javascript:alert(1))",
                "[![x](y.png)](javascript:alert(1))",
                "![x](y.png \"\\\" onerror=alert(1)\")",
                "[x](y.md \"\\\" onclick=alert(1)\")",
                "[x](\" onclick=alert(1))",
                "``` \"><script>x</script>\n```",
                "```mermaid alt=\"<script>x</script>\"\ny\n```",
                "## <script>x</script>",
                "## x {#\"><script>}",
                "> [!NOTE] <script>x</script>\n> y",
                ":::note <script>x</script>\ny\n:::",
                "!!! note \"<img src=x onerror=alert(1)>\"\n    y\n",
                "=== \"<script>x</script>\"\n\n    y\n",
                "Table: <script>x</script>\n\n|a|\n|-|\n|b|\n",
                "| <script>x</script> |\n|---|\n| <img src=x onerror=y> |\n",
                "[^<script>]\n\n[^<script>]: x\n",
                "`<script>alert(1)</script>`",
                "http://x.example/\"onclick=alert(1)",
                "https://x.example/<script>y</script>");
        return Stream.concat(html, markdown)
                .flatMap(payload -> Stream.of(payload, "- " + payload.replace("\n", "\n  ")));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void noPayloadLeavesAnythingThatRuns(String payload) {
        assertHarmless(Pages.html(Pages.none().parse(payload)), payload);
    }

    @ParameterizedTest
    @MethodSource("urls")
    void noSpellingOfAUrlPasses(String url) {
        for (String page : List.of(
                "[x](<" + url + ">)\n",
                "![x](<" + url + ">)\n",
                "[x][y]\n\n[y]: <" + url + ">\n",
                "<a href=\"" + url.replace("\"", "&quot;") + "\">x</a>\n")) {
            Parsed parsed = Pages.none().parse(page);
            String html = Pages.html(parsed);
            assertHarmless(html, page);
            // Digits without a semicolon are no character reference in Markdown: what is left is a path that does not
            // exist.
            assertFalse(html.matches("(?s).*(href|src)=\"(?!\\{URL &#0).*"), page + html);
            assertTrue(
                    parsed.diagnostics().stream().anyMatch(found -> found.severity() == Severity.ERROR)
                            || html.contains("[x]")
                            || html.contains("{URL &#0"),
                    page);
        }
    }

    @Test
    void nothingIsDroppedSilently() {
        assertEquals("""
                1:1 warning HT003: the attribute class="big" of <b> was removed | take it out: the theme alone decides how pages look
                1:1 error HT004: the attribute onclick of <b> was removed: it can run script | take it out: pages carry no script
                1:35 warning HT002: the element <font> is not allowed; its text was kept | say it in Markdown or AsciiDoc; to show the tag itself write it as code
                3:1 error HT005: a link was removed: URLs with "javascript:" are not allowed | link to a page, a file, https:// or mailto:
                5:1 error IM001: the image a.png has no text alternative | say in the brackets what the image shows; for mere decoration write <img src="…" alt="">
                7:1 error IM003: an image from elsewhere was removed: https://x.example/y.png | put the image into the content folder and write its path: pages load nothing from other hosts
                """, Pages.findings("""
                        <b class="big" onclick="x()">a</b><font>c</font>

                        [x](JavaScript:alert)

                        ![](a.png)

                        ![b](https://x.example/y.png)
                        """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u202E", "\u2066", "\u200B", "\u00AD", "\uFEFF", "\u2028", "\u00A0", "\u001B", "\uDB40\uDC41"})
    void deceptiveCharactersAreErrorsInCodeKeysAndLinks(String character) {
        for (String page : List.of(
                "```\na" + character + "b\n```\n",
                "`a" + character + "b`\n",
                "<kbd>a" + character + "b</kbd>\n",
                "[x](<a" + character + "b.md>)\n")) {
            Parsed parsed = Pages.none().parse(page);
            assertTrue(
                    parsed.diagnostics().stream().anyMatch(found -> found.severity() == Severity.ERROR),
                    page + parsed.diagnostics());
        }
    }

    static void assertHarmless(String html, String page) {
        for (Element element : Jsoup.parseBodyFragment(html).body().getAllElements()) {
            assertFalse(ACTIVE.contains(element.normalName()), page + "\n" + html);
            for (Attribute attribute : element.attributes()) {
                assertFalse(
                        attribute.getKey().startsWith("on")
                                || attribute.getKey().equals("style"),
                        page + "\n" + html);
                boolean url =
                        attribute.getKey().equals("href") || attribute.getKey().equals("src");
                String value = attribute.getValue();
                assertTrue(
                        !url || value.startsWith("{URL ") || value.matches("(https?://|mailto:|#).*"),
                        page + "\n" + html);
            }
        }
    }
}
