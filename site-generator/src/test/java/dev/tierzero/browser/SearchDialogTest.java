package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.portal.Lanterns;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The search dialog in the hands of a reader. */
@InBrowser
final class SearchDialogTest {

    private static final String SHOWN =
            "[...document.querySelectorAll('.find-notes > *')].filter(n => n.checkVisibility()).map(n => n.className)";
    private static final String TITLES = "[...document.querySelectorAll('.hit-page b')].map(b => b.textContent)";
    private static final String CHOSEN = "document.querySelector('.hits [aria-selected=true]')";

    private final Browser browser;
    private final HostedSite host;

    SearchDialogTest(Browser browser, Lanterns lanterns) throws IOException {
        this.browser = browser;
        this.host = new HostedSite(lanterns.site());
    }

    @BeforeEach
    void open() {
        browser.open(host.page("notes/n1.html"));
        browser.value("localStorage.clear()");
    }

    @AfterEach
    void close() {
        browser.open(URI.create("about:blank"));
        host.close();
    }

    private void search(String text) {
        browser.press("/");
        browser.await("document.querySelector('dialog[open]')");
        browser.press(text);
        browser.await("document.querySelector('.find-state').textContent");
    }

    private List<String> past() {
        return browser.texts("[...document.querySelectorAll('.past li button:first-child')].map(b => b.textContent)");
    }

    @Test
    void aSlashOpensItAndEnterOpensTheFirstPage() {
        search("vault");
        assertEquals("Vault is sealed", browser.texts(TITLES).get(0));
        browser.press(Keys.ENTER);
        browser.await("location.pathname === '/" + Lanterns.VAULT + "'");
    }

    @Test
    void anIdentifierIsFoundWhole() {
        search("LAMP-E1042");
        assertEquals(List.of("The pull is refused"), browser.texts(TITLES));
    }

    @Test
    void controlKOpensItToo() {
        browser.control("k");
        browser.await("document.querySelector('dialog[open]')");
        assertTrue(browser.is("document.activeElement === document.querySelector('.find [name=q]')"));
    }

    @Test
    void escapeClosesItAndTheFocusIsWhereItWas() {
        browser.value("document.querySelector('.theme').focus()");
        search("vault");
        browser.press(Keys.ESCAPE);
        assertFalse(browser.is("document.querySelector('dialog[open]')"));
        assertTrue(browser.is("document.activeElement.matches('.theme')"));
    }

    @Test
    void theLinkInTheHeaderOpensItAndAPressBesideItClosesIt() {
        browser.tap(".seek");
        browser.await("document.querySelector('dialog[open]')");
        mouse("mousePressed", 5, 500);
        mouse("mouseReleased", 5, 500);
        browser.await("!document.querySelector('dialog[open]')");
    }

    @Test
    void textThatIsSelectedBeyondItsEdgeDoesNotCloseIt() {
        search("vault");
        double y = browser.value("document.querySelector('.find [name=q]').getBoundingClientRect().y + 20")
                .asDouble();
        double x = browser.value("document.querySelector('.find [name=q]').getBoundingClientRect().x + 20")
                .asDouble();
        mouse("mousePressed", x, y);
        mouse("mouseMoved", 5, 500);
        mouse("mouseReleased", 5, 500);
        assertTrue(browser.is("document.querySelector('dialog[open]')"));
    }

    private void mouse(String type, double x, double y) {
        browser.cdp(
                "Input.dispatchMouseEvent", Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
    }

    @Test
    void anEmptiedFieldHasNoList() {
        search("vault");
        assertEquals("true", browser.text("document.querySelector('.find [name=q]').getAttribute('aria-expanded')"));
        browser.control("a");
        browser.press(Keys.BACK_SPACE);
        browser.await("document.querySelector('.find [name=q]').getAttribute('aria-expanded') === 'false'");
    }

    @Test
    void aSlashInAFieldIsASlash() {
        search("a/b");
        assertEquals("a/b", browser.text("document.querySelector('.find [name=q]').value"));
    }

    @Test
    void theSlashCanBeTurnedOffForGood() {
        browser.press("/");
        browser.await("document.querySelector('dialog[open]')");
        browser.tap(".find-slash");
        browser.reload();
        browser.press("/");
        assertFalse(browser.is("document.querySelector('dialog[open]')"));
        browser.control("k");
        assertTrue(browser.is("document.querySelector('dialog[open]')"));
    }

    @Test
    void arrowsHomeAndEndChooseAndTheFieldSaysWhich() {
        search("lantern");
        assertTrue(browser.is(CHOSEN + " === document.querySelector('.hits a')"), "what Enter opens is marked");
        browser.press(Keys.ARROW_DOWN);
        assertTrue(browser.is(CHOSEN + " === document.querySelectorAll('.hits a')[1]"));
        assertTrue(browser.is(
                CHOSEN + ".id === document.querySelector('.find [name=q]').getAttribute('aria-activedescendant')"));
        browser.press(Keys.END);
        assertEquals("All on a page", browser.text(CHOSEN + ".textContent"));
        browser.press(Keys.ARROW_DOWN);
        assertTrue(browser.is(CHOSEN + " === document.querySelector('.hits a')"), "round again");
        browser.press(Keys.ARROW_UP, Keys.ENTER);
        browser.await("location.href.endsWith('search.html?q=lantern')");
    }

    @Test
    void aSlipIsCorrectedAndTheReaderMayInsist() {
        search("vualt");
        assertEquals(List.of("note-corrected"), browser.texts(SHOWN));
        assertEquals("Vault is sealed", browser.texts(TITLES).get(0));
        assertEquals("vault", browser.text("document.querySelector('.note-corrected b').textContent"));
        browser.tap("[data-do=exact]");
        browser.await("document.querySelector('.find-state').textContent === 'Results: 0'");
    }

    @Test
    void somethingIsShownWhenNoPageHasAllWords() {
        search("vault wick");
        assertEquals(List.of("note-any"), browser.texts(SHOWN));
        assertFalse(browser.texts(TITLES).isEmpty());
    }

    @Test
    void whatWasNotFoundIsSaidAndKeptForItsReader() {
        search("xylophones");
        assertTrue(browser.texts(SHOWN).contains("note-none"));
        browser.await("(localStorage.getItem('tz-gaps') || '').includes('xylophones')");
        browser.await(
                "document.querySelector('.find [role=status]').textContent.includes('Nothing found for xylophones')");
    }

    @Test
    void ofWhatWasNotFoundTheNewestHundredAreKept() {
        browser.value(
                "localStorage.setItem('tz-gaps', JSON.stringify(Object.fromEntries(Array.from({length: 100}, (_, i) => ['old ' + i, [1, '2026-01-01']]))))");
        search("xylophones");
        browser.await("localStorage.getItem('tz-gaps').includes('xylophones')");
        assertEquals(
                100,
                browser.value("Object.keys(JSON.parse(localStorage.getItem('tz-gaps'))).length")
                        .asInt());
        assertFalse(browser.is("localStorage.getItem('tz-gaps').includes('\"old 0\"')"));
    }

    @Test
    void theNumberOfResultsIsSpoken() {
        search("vault");
        browser.await(
                "document.querySelector('.find [role=status]').textContent.includes('Enter opens Vault is sealed')");
    }

    @Test
    void aKindOfPageNarrowsTheAnswer() {
        search("sealed vault lantern");
        browser.tap("[id='tz.pick.type.runbook']");
        browser.await(TITLES + ".join() === 'Vault is sealed'");
        assertTrue(browser.is("document.activeElement.id === 'tz.pick.type.runbook'"), "the focus stays");
        assertEquals("true", browser.text("document.activeElement.ariaPressed"));
    }

    @Test
    void searchesThatWereOfUseAreRememberedAndForgotten() {
        search("vault");
        browser.press(Keys.ENTER);
        browser.await("location.pathname === '/" + Lanterns.VAULT + "'");
        search("wick");
        browser.press(Keys.ENTER);
        browser.await("location.pathname.includes('/notes/')");
        browser.press("/");
        browser.await("document.querySelectorAll('.past li').length === 2");
        assertEquals(List.of("wick", "vault"), past());
        browser.tap(".past li button + button");
        assertEquals(List.of("vault"), past());
        browser.tap(".past li button");
        browser.await(TITLES + "[0] === 'Vault is sealed'");
        browser.control("a");
        browser.press(Keys.BACK_SPACE);
        browser.await("document.querySelector('[data-do=forget]').checkVisibility()");
        browser.tap("[data-do=forget]");
        assertEquals(List.of(), past());
        assertEquals("[]", browser.text("localStorage.getItem('tz-past')"));
    }

    @Test
    void nothingMovesWhenThePageLoadsOrWhileResultsCome() {
        browser.value("window.moved = 0");
        browser.value("""
                new PerformanceObserver(list => list.getEntries().forEach(shift => { moved += shift.hadRecentInput ? 0 : shift.value; }))
                    .observe({type: "layout-shift", buffered: true})
                """);
        search("l");
        browser.value("""
                new PerformanceObserver(list => list.getEntries().forEach(shift => { moved += shift.value; }))
                    .observe({type: "layout-shift"})
                """);
        String words = "l";
        for (String letters : List.of("antern", " w", "ick")) {
            browser.press(letters);
            words += letters;
            browser.await("document.querySelector('.note-none b').textContent === '" + words + "'");
        }
        assertEquals(0, browser.value("moved").asDouble(), 0.01, "but for a line of notes that comes and goes");
    }

    @Test
    void onAPhoneEverythingIsLargeEnoughForAFinger() {
        browser.size(390, 844);
        search("vualt");
        List<String> small = browser.texts("""
                [...document.querySelectorAll(".seek, dialog button, dialog a")].filter(e => e.checkVisibility())
                    .filter(e => e.getBoundingClientRect().height < 44 || e.getBoundingClientRect().width < 44).map(e => e.outerHTML)
                """);
        assertEquals(List.of(), small);
        assertTrue(browser.is("document.querySelector('dialog').getBoundingClientRect().width >= 375"));
    }

    @Test
    void itHasNoSeriousBarrierInLightOrDark() throws IOException {
        Axe axe = new Axe();
        browser.press("/");
        browser.await("window.tierZero && tierZero.change");
        assertEquals(List.of(), axe.findings(browser));
        browser.press("vualt");
        browser.await("document.querySelector('.hit')");
        assertEquals(List.of(), axe.findings(browser));
        browser.prefer("dark");
        assertEquals(List.of(), axe.findings(browser));
    }
}
