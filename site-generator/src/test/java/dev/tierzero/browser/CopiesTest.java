package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.tierzero.portal.Portal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** "Is my copy current?" from a disk: what was typed from paper, a QR code's address, no scripts. */
@InBrowser
final class CopiesTest {

    private static final String PAGE = "recovery/vault-failure.html";
    private static final String SAID = "[...document.querySelectorAll('.said')].map(p => p.innerText).join(' ')";

    private final Browser browser;
    private final Portal portal;
    private final String code;

    CopiesTest(Browser browser, Portal portal) {
        this.browser = browser;
        this.portal = portal;
        String page = portal.site().text(PAGE);
        int at = page.indexOf("id=\"copy=") + "id=\"copy=".length();
        this.code = page.substring(at, page.indexOf('"', at));
    }

    private URI file(String path) {
        return portal.site().output().resolve(path).toUri();
    }

    private String verdict(String typed) {
        browser.value("(f => { f.code.value = " + TextNode.valueOf(typed)
                + "; f.requestSubmit(); })(document.querySelector('.check'))");
        return browser.text("document.querySelector('.verdict').dataset.is") + ": " + browser.text(SAID);
    }

    @Test
    void whatIsTypedFromPaperIsUnderstoodAndAnsweredInWords() {
        browser.open(file("copies.html"));
        String address = code.substring(0, 5);
        String text = code.substring(6);
        String slip = text.charAt(7) == '0' ? text.substring(0, 7) + "1" : text.substring(0, 7) + "0";
        Map<String, String> verdicts = new LinkedHashMap<>();
        verdicts.put(code, "current: Current. The copy has the text of Vault failure as it stands.");
        verdicts.put(" " + code.toUpperCase(java.util.Locale.ROOT) + " ", "current: ");
        verdicts.put(code.replace('0', 'O').replace('1', 'l').replace("-", " "), "current: ");
        verdicts.put(address + text, "current: ");
        verdicts.put(text.substring(0, 4) + " " + text.substring(4), "current: ");
        verdicts.put("https://portal.aibox.example/" + PAGE + "#copy=" + code, "current: ");
        verdicts.put(address + "-" + slip, "old: Superseded. The text of Vault failure");
        verdicts.put(address, "page: The first five characters are those of Vault failure.");
        verdicts.put("zzzzz-" + text, "near: Perhaps a slip.");
        verdicts.put("zzzzz-" + slip, "unknown: Unknown. No page has this code.");
        verdicts.put(slip, "text: Not current, or a slip.");
        verdicts.put("1bhxs-641bee2", "wrong: That is no copy code.");
        verdicts.put("", "wrong: ");
        verdicts.put("<img src=x onerror=alert(1)>", "wrong: ");
        verdicts.forEach((typed, verdict) -> {
            String said = verdict(typed);
            assertTrue(said.startsWith(verdict), typed + " → " + said);
        });
        assertEquals(
                List.of(file(PAGE).toString(), "true"),
                List.of(
                        browser.text("(" + TextNode.valueOf(code) + ", document.querySelector('.copy-list a[href=\""
                                + PAGE + "\"]').href)"),
                        browser.text("'' + (document.querySelector('.verdict').getAttribute('role') === 'status')")));
        assertEquals(List.of(), browser.said());
    }

    @Test
    void aPageOpenedFromPaperSaysWhetherTheCopyIsCurrent() {
        String line = "document.querySelector('.copied').innerText";
        browser.open(file(PAGE));
        assertEquals(false, browser.is("document.querySelector('.copied').checkVisibility()"));
        browser.open(URI.create(file(PAGE) + "#copy=" + code));
        browser.await("document.getElementById('tz.say').textContent.startsWith('Your copy is current.')");
        assertTrue(browser.text(line).startsWith("Your copy is current."), browser.text(line));
        browser.open(URI.create(file(PAGE) + "?old#copy=" + code.substring(0, 6) + "00000000"));
        browser.await("document.getElementById('tz.say').textContent.startsWith('Your copy is superseded.')");
        assertTrue(browser.text(line).contains(code), browser.text(line));
        // From a former address: other address digits, the same text.
        browser.open(URI.create(file(PAGE) + "?moved#copy=zzzzz-" + code.substring(6)));
        browser.await(line + ".startsWith('Your copy is current.')");
        assertEquals(List.of(), browser.said());
    }

    @Test
    void withoutScriptsTheCodesAreThereAndACurrentCopyIsCalledSo() {
        browser.withoutScripts();
        browser.open(file("copies.html"));
        assertEquals(false, browser.is("document.querySelector('.check').checkVisibility()"));
        assertEquals(
                code,
                browser.text("document.querySelector('.copy-list a[href=\"" + PAGE
                        + "\"]').closest('tr').querySelector('code').textContent"));
        browser.open(URI.create(file(PAGE) + "#copy=" + code));
        assertTrue(browser.is("document.querySelector('.copied-same').checkVisibility()"));
        assertEquals(false, browser.is("document.querySelector('.copied-old').checkVisibility()"));
        // Readers' browsers keep the list before anybody opens it.
        assertTrue(portal.site().text("sw.js").contains("\"copies.html\""));
    }
}
