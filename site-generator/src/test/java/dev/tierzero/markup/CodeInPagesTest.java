package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tierzero.model.Parsed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Code on a finished page. */
class CodeInPagesTest {

    @Test
    void calloutsAreMarksWithoutTextOfTheirOwn() {
        Parsed parsed = AsciiDocFixture.page(
                        "[source,bash,highlight=1]\n----\nls <1> <2>\ncd # <3>\n----\n<1> a\n<2> b\n<3> c\n")
                .parsed();
        assertEquals("""
                <figure class="code" data-lang="bash"><pre tabindex="0"><code class="language-bash"><span class="line hl">\
                <span class="tok-f">ls</span></span><span class="callout" role="img" aria-label="Callout 1" data-n="1"></span>\
                <span class="callout" role="img" aria-label="Callout 2" data-n="2"></span>
                <span class="tok-f">cd</span><span class="callout" role="img" aria-label="Callout 3" data-n="3"></span></code></pre></figure>
                <ol>
                <li>a</li>
                <li>b</li>
                <li>c</li>
                </ol>
                """, parsed.document().body().html());
        assertEquals("ls\ncd", parsed.document().codeBlocks().get(0).text());
    }

    @Test
    void aLanguageThatIsNotKnownIsARemark() {
        assertEquals(
                List.of(
                        "content/page.adoc:2:1 info CB004 code in \"klingon\" is not coloured: the language is not known | correct the name,"
                                + " or write text when there is nothing to colour"),
                AsciiDocFixture.page("[source,klingon]\n----\nx\n----\n").parsed().diagnostics().stream()
                        .map(AsciiDocFixture::line)
                        .toList());
    }
}
