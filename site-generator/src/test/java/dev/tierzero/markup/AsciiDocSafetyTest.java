package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Link;
import dev.tierzero.model.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content alone can neither run script in a reader nor read the host that builds it (TRUST T3, T4). */
class AsciiDocSafetyTest {

    private static final Set<String> ELEMENTS = Set.of(
            ("html head body h2 h3 h4 h5 h6 a p ul ol li dl dt dd blockquote footer hr br table thead tbody tfoot tr th td caption em strong del ins"
                            + " mark sub sup abbr cite q var samp small span code kbd pre figure figcaption img aside details summary div section"
                            + " input")
                    .split(" "));

    private static final Set<String> ATTRIBUTES = Set.of(
            ("id class href src alt title width height role aria-label rel loading tabindex scope data-lang data-tab data-n start type reversed disabled"
                            + " checked colspan rowspan open lang value")
                    .split(" "));

    private static void isHarmless(Parsed parsed) {
        String html = parsed.document().body().html();
        for (Element element : Jsoup.parse(html).getAllElements()) {
            if (element.normalName().equals("#root")) {
                continue;
            }
            assertTrue(ELEMENTS.contains(element.normalName()), "<" + element.normalName() + "> in " + html);
            for (Attribute attribute : element.attributes()) {
                assertTrue(ATTRIBUTES.contains(attribute.getKey()), attribute + " in " + html);
            }
        }
        for (Link link : parsed.document().links()) {
            String target = link.target().strip().toLowerCase(Locale.ROOT);
            assertFalse(
                    target.matches("(?s)[\\x00-\\x20]*(javascript|vbscript|data|file|blob|about|filesystem):.*"),
                    target);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "++++\n<script>alert(1)</script>\n++++",
                "++++\n<img src=x onerror=alert(1)>\n++++",
                "++++\n<svg onload=alert(1)><script>1</script></svg>\n++++",
                "++++\n<iframe src=\"javascript:alert(1)\"></iframe>\n++++",
                "++++\n<math><mtext><table><mglyph><style><img src onerror=alert(1)>\n++++",
                "++++\n<form action=x><button formaction=javascript:alert(1)>x</button></form>\n++++",
                "++++\n<style>@import 'x'</style><link rel=stylesheet href=x><base href=//evil><meta http-equiv=refresh content=0>\n++++",
                "++++\n</code></pre></figure></section><script>1</script>\n++++",
                "++++\n<t0-admonition kind=\"x\" onclick=\"y\"><a href=\"&#106;avascript:x\">z</a></t0-admonition>\n++++",
                "++++\n<details ontoggle=alert(1) open><summary onclick=x>y</summary></details>\n++++",
                "pass:[<script>alert(1)</script>]",
                "pass:q[*<b onclick=x>y</b>*]",
                "+++<a href=\"java\tscript:alert(1)\">x</a>+++",
                "+++<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">+++",
                "$$<script>1</script>$$",
                "[subs=none]\n<script>alert(1)</script>",
                "[source,subs=none]\n----\n<script>alert(1)</script></code></pre><script>2</script>\n----",
                "[source,subs=\"+macros\"]\n----\npass:[<script>1</script>] link:javascript:x[y]\n----",
                "[listing,subs=\"quotes,macros\"]\n....\npass:[<img src=x onerror=y>]\n....",
                "[subs=attributes]\n....\n{x}\n....",
                ":x: pass:[<script>alert(1)</script>]\n\n{x}",
                ":x: <script>1</script>\n\n[subs=attributes]\n++++\n{x}\n++++",
                "= <script>alert(1)</script>\n\nText.",
                "== Title +++<img src=x onerror=1>+++",
                "[.\"a\\\" onclick=x\"]#text#",
                "[role='a\" onclick=\"x']\nText.",
                "[a\" onclick=\"x]#text#",
                "[#\"x\\\" onclick=y\"]\nText.",
                "[id='x\" onclick=\"y']\nText.",
                "[[x\"onclick=y]]Text.",
                "link:javascript:alert(1)[x]",
                "link:JaVaScRiPt:alert(1)[x]",
                "link:++javascript:alert(1)++[x]",
                "link:data:text/html,<script>1</script>[x]",
                "link:vbscript:x[y]",
                "link:\u0001javascript:x[y]",
                "link:&#106;avascript:x[y]",
                "xref:javascript:alert(1)[x]",
                "<<javascript:alert(1),x>>",
                "xref:x.adoc[a\"onclick=\"b]",
                "https://x.example[a,window=\"_blank\\\" onclick=\\\"x\"]",
                "https://x.example/\"onmouseover=\"alert(1)[x]",
                "link:x[y,role='a\" onclick=\"b',title='c\" onclick=\"d',id='e\" onclick=\"f']",
                "mailto:a@b.example[x,\"s\\\"onclick=y\",b]",
                "image:javascript:alert(1)[x]",
                "image::x.png[alt='\" onerror=\"alert(1)',width='1\" onerror=\"x',link='javascript:alert(1)']",
                "image::data:image/svg+xml;base64,PHN2Zz4=[]",
                "image::http://evil.example/x.png[]",
                ".\" onerror=\"x\nimage::x.png[y]",
                "video::javascript:alert(1)[]",
                "video::abc[youtube]",
                "audio::x.mp3[options=autoplay]",
                ".T\" onclick=\"x\n[WARNING]\n====\nx\n====",
                ".T\" onclick=\"x\n[%collapsible]\n====\nx\n====",
                ".T\" onclick=\"x\n[source,\"ba\\\" onclick=\\\"sh\"]\n----\nx\n----",
                "[source,bash,highlight='1\" onclick=\"x']\n----\nx\n----",
                "[source,mermaid,alt='x\" onclick=\"y']\n----\ngraph TD; A-->B; click A \"javascript:alert(1)\"\n----",
                "[tabs]\n====\nA\" onclick=\"x::\n+\ntext\n====",
                "[quote, a\" onclick=\"b, c\" onclick=\"d]\nText.",
                "[cols=\"1a\"]\n|===\n|++++\n<script>1</script>\n++++\n|===",
                "[format=csv,separator=\"<\"]\n|===\n<script>1</script>\n|===",
                "[start='1\" onclick=\"x']\n. a",
                "footnote:[+++<script>1</script>+++] footnote:\"><script>1</script>[x]",
                "kbd:[<script>1</script>] btn:[\"onclick=x] menu:a\"b[c\"d]",
                "icon:x[role='\" onclick=\"y']",
                "((<script>1</script>)) (((a\"b)))",
                "stem:[</script><script>alert(1)</script>]",
                "[stem]\n++++\n</pre><script>alert(1)</script>\n++++",
                "toc::[]\n\n[toc]\n== x",
                "{set:x:<b>}{x}",
                "`+<script>1</script>+` ``<script>1</script>``",
                "<script>alert(1)</script> &lt;script&gt; &#60;script&#62;",
                "\u0011<img src=x onerror=1>\u0011 \u0096<0\u0097 \u00960\u0097",
                "----\n\u00111\" onclick=\"x\u0011\n----"
            })
    void noScriptReachesAReader(String adoc) {
        isHarmless(AsciiDocFixture.page(adoc + "\n").parsed());
    }

    @Test
    void nothingOfTheHostIsRead(@TempDir Path folder) throws IOException {
        String canary = "canary-7f3a91";
        Path secret = Files.writeString(folder.resolve("secret.adoc"), canary + "\n");
        Files.writeString(folder.resolve("docinfo.html"), canary);
        Files.writeString(folder.resolve("s.svg"), "<svg>" + canary + "</svg>");
        Path link = Files.createSymbolicLink(folder.resolve("link.adoc"), secret);
        String up = "../".repeat(12);
        String page = """
                = Title
                :docinfo: shared
                :docinfodir: %1$s
                :data-uri:
                :allow-uri-read:
                :imagesdir: %1$s
                :safe-mode-name: unsafe
                :source-highlighter: coderay
                :stylesheet: %1$s/secret.adoc
                :template_dir: %1$s
                :dir: %1$s

                include::%1$s/secret.adoc[]
                include::%2$s%1$s/secret.adoc[]
                include::{dir}/secret.adoc[]
                include::file://%1$s/secret.adoc[]
                include::%3$s[]
                include::secret.adoc[]
                include::page.adoc[]

                ----
                include::%1$s/secret.adoc[]
                ----

                image::%1$s/s.svg[opts=inline]

                image::s.svg[opts=interactive]

                [%%header,format=csv]
                |===
                include::%1$s/secret.adoc[]
                |===

                [cols=a]
                |===
                |include::%1$s/secret.adoc[]
                |===

                a|include::%1$s/secret.adoc[]

                {docdir} {docfile} {user-home} {docdate} {localtime} {env} {env-HOME} ${env:HOME} {asciidoctor-version}
                """.formatted(folder, up, link);
        Parsed parsed = AsciiDocFixture.page(page).parsed();
        isHarmless(parsed);
        String all = parsed.document().body().html() + parsed.document().text();
        assertFalse(all.contains(canary), all);
        assertFalse(all.contains(System.getProperty("user.home") + "/"), all);
        assertEquals(
                List.of(13, 14, 15, 16, 17, 18, 19, 22, 31, 36),
                parsed.diagnostics().stream()
                        .filter(d -> d.code().startsWith("IN"))
                        .map(d -> d.position().line())
                        .distinct()
                        .toList());
    }

    @Test
    void includesEndAtTheirLimits() {
        Map<String, String> files = new java.util.HashMap<>();
        for (int i = 0; i < 20; i++) {
            files.put("p" + i + ".adoc", "P" + i + "\n\ninclude::p" + (i + 1) + ".adoc[]\n");
        }
        files.put("big.adoc", "x".repeat(400_000) + "\n");
        files.put("page.adoc", "include::p0.adoc[]\n\n" + "include::big.adoc[]\n\n".repeat(3));
        assertEquals(
                List.of("IN006", "IN007"),
                new AsciiDocFixture(files)
                        .rendered().diagnostics().stream().map(d -> d.code()).toList());
    }
}
