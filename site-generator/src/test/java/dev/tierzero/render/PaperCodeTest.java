package dev.tierzero.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PaperCodeTest {

    private static String block(String code) {
        String marked = PaperCode.marked("<pre tabindex=\"0\"><code class=\"language-bash\">" + code + "</code></pre>");
        assertEquals(code.replaceAll("<[^>]*>", ""), marked.replaceAll("<[^>]*>", ""), "the text stays");
        return marked.substring(marked.indexOf("bash\">") + 6, marked.indexOf("</code>"));
    }

    @Test
    void aWordInWhichABrowserWouldBreakIsKeptWhole() {
        assertEquals(
                "<span class=\"ln\">rm <span class=\"w\">-rf</span> <span class=\"w\">/opt/&lt;x&gt;</span></span>",
                block("rm -rf /opt/&lt;x&gt;"));
        assertEquals(
                "<p>Run <code>vault <span class=\"w\">-version</span></code>.</p>",
                PaperCode.marked("<p>Run <code>vault -version</code>.</p>"));
    }

    @Test
    void anElementOverBlanksAndLinesStaysOneInEachLine() {
        assertEquals(
                "<span class=\"ln\"><span class=\"w\">a<i>='b-c</i></span></span>\n"
                        + "<span class=\"ln\"><i>d <span class=\"w\">e'</span></i> <b>f</b></span>",
                block("a<i>='b-c\nd e'</i> <b>f</b>"));
        assertEquals("<span class=\"ln\"><i>a</i></span>\n\n<span class=\"ln\">b</span>", block("<i>a\n\n</i>b"));
    }

    @Test
    void aWordThatIsLongerThanALineIsCutAfterASign() {
        String host = "https://" + "h".repeat(40) + "/";
        String path = "p".repeat(40);
        assertEquals(
                "<span class=\"ln\"><span class=\"w\">" + host + "<span class=\"cut\"></span>" + path
                        + "</span></span>",
                block(host + path));
        String bare = "x".repeat(72);
        assertEquals(
                "<span class=\"ln\"><span class=\"w\">" + bare + "<span class=\"cut\"></span>y</span></span>",
                block(bare + "y"));
    }

    @Test
    void aCharacterOfTwoHalvesIsNeverCutInTwo() {
        for (int before = 60; before < 80; before++) {
            String word = "x".repeat(before) + "😀".repeat(30);
            String marked = block(word);
            assertEquals(
                    marked, new String(marked.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8), "no half");
        }
    }

    @Test
    void aWordWithALongValueToFillInBreaksOnlyWhenItIsLongerThanALine() {
        String param = "<span data-param=\"node\">&lt;node&gt;</span>";
        assertEquals("<span class=\"ln\"><span class=\"w\">a@" + param + "</span></span>", block("a@" + param));
        String three = "/" + param + "/" + param + "/" + param;
        assertEquals("<span class=\"ln\"><span class=\"w v\">" + three + "</span></span>", block(three));
    }
}
