package dev.tierzero.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PageVerificationTest {

    private static final PageVerification SITE = new PageVerification(
            Set.of("index.html", "ops/a.html", "ops/plan b.svg"),
            href -> href.equals("ops/a.html") ? Optional.of(Set.of("top", "ü")) : Optional.empty(),
            "/docs/");

    private static List<String> verify(String html) {
        return SITE.verify("ops/x.html", "content/ops/x.md", html, Set.of("known.html")).diagnostics().stream()
                .map(d -> d.code() + ": " + d.message())
                .toList();
    }

    @Test
    void whatIsRightIsNotSpokenOf() {
        assertEquals(List.of(), verify("""
                        <h1 id="me">x</h1><a href="a.html#top"></a><a href='../index.html?q=1'></a><a href=#me></a>
                        <a href="a.html#%C3%BC"></a><a href="?q=%zz"></a><a href="#"></a><a href=""></a><a href="/docs/ops/a.html"></a>
                        <img src="plan%20b.svg"><img src="data:image/png;base64,xx"><a href="https://e.org"></a>
                        <link rel="canonical" href="https://e.org/x"><!-- <a href="no.html"> --><a href="known.html"></a>
                        """));
    }

    @Test
    void everyBrokenPromiseIsToldOnce() {
        assertEquals(
                List.of(
                        "VF001: id \"a\" stands twice on page ops/x.html",
                        "VF002: page ops/x.html refers to no.html, which is no file of the site",
                        "VF003: page ops/x.html refers to a.html#no, and there is no such id",
                        "VF003: page ops/x.html refers to #100%, and there is no such id",
                        "VF004: page ops/x.html loads https://e.org/x.js from another host",
                        "VF004: page ops/x.html loads //e.org/x.css from another host"),
                verify("""
                        <p id="a"><p id="a"><a href="no.html"></a><a href="no.html"></a><a href="a.html#no"></a><a href="#100%"></a>
                        <script src="https://e.org/x.js"></script><link rel="stylesheet" href="//e.org/x.css">
                        """));
    }

    @Test
    void everyPrefixAndEveryDamageOfAPageIsRead() {
        String html = "<!-- x --><a id=\"a\" href='b&amp;c' disabled src=x/>text</a><img srcset = \"y\"><p =>";
        Random random = new Random(3);
        for (int i = 0; i <= html.length(); i++) {
            HtmlScan.of(html.substring(0, i));
            char[] damaged = html.toCharArray();
            for (int j = 0; j < 4; j++) {
                damaged[random.nextInt(damaged.length)] = "<>\"'=/ \n!-&".charAt(random.nextInt(11));
            }
            HtmlScan.of(new String(damaged));
        }
        assertEquals(List.of("a"), HtmlScan.of(html).ids());
        assertEquals("b&c", HtmlScan.of(html).references().get(0).url());
    }
}
