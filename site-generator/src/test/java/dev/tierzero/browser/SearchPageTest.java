package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.portal.Lanterns;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page of results, which is the page of everything from A to Z where no script runs. */
@InBrowser
final class SearchPageTest {

    private static final String TITLES = "[...document.querySelectorAll('.hit-page h2')].map(h => h.textContent)";
    private static final String FIELD = "document.querySelector('.find [name=q]')";

    private final Browser browser;
    private final HostedSite host;

    SearchPageTest(Browser browser, Lanterns lanterns) throws IOException {
        this.browser = browser;
        this.host = new HostedSite(lanterns.site());
    }

    @AfterEach
    void close() {
        browser.value("localStorage.clear()");
        browser.open(URI.create("about:blank"));
        host.close();
    }

    private void open(String address) {
        browser.open(host.page(address));
        browser.await("document.querySelector('.find-state').textContent");
    }

    private void results(int number) {
        browser.await("document.querySelector('.find-state').textContent === 'Results: " + number + "'");
    }

    @Test
    void aPermanentAddressShowsItsResults() {
        open("search.html?q=vault");
        assertEquals("Vault is sealed", browser.texts(TITLES).get(0));
        assertEquals("vault · Search · Lanterns", browser.text("document.title"));
        assertEquals("vault", browser.text(FIELD + ".value"));
        assertEquals(List.of(), browser.said());
    }

    @Test
    void theAddressFollowsAndTheWayBackLeadsThroughTheQueries() {
        open("search.html?q=vault");
        browser.tap(".find [name=q]");
        browser.control("a");
        browser.press("refused", Keys.ENTER);
        browser.await(TITLES + "[0] === 'The pull is refused'");
        assertTrue(browser.is("location.search === '?q=refused'"));
        browser.value("history.back()");
        browser.await(TITLES + "[0] === 'Vault is sealed' && location.search === '?q=vault'");
        assertEquals("vault", browser.text(FIELD + ".value"));
        browser.value("history.forward()");
        browser.await(TITLES + "[0] === 'The pull is refused'");
    }

    @Test
    void filtersHaveCountsAndStandInTheAddress() {
        open("search.html?q=vault+lantern");
        browser.await("document.getElementById('tz.pick.type.runbook').textContent.match(/\\d/)");
        browser.value("document.querySelector('.find-only').open = true");
        browser.tap("[id='tz.pick.type.runbook']");
        browser.await(TITLES + ".join() === 'Vault is sealed'");
        assertTrue(browser.is("location.search === '?q=vault+lantern&type=runbook'"));
        browser.reload();
        browser.await(TITLES + ".join() === 'Vault is sealed'");
        browser.value("history.back()");
        browser.await(TITLES + ".length > 1");
        open("search.html?q=vault&utm_source=elsewhere&owner=nobody");
        results(0);
        browser.tap(".note-none [data-do=all]");
        browser.await(TITLES + "[0] === 'Vault is sealed' && location.search === '?q=vault'");
    }

    @Test
    void moreResultsComeByTwentyAndStandInTheAddress() {
        open("search.html?q=wick");
        assertEquals(20, browser.texts(TITLES).size());
        browser.tap(".find-more");
        browser.await(TITLES + ".length === " + Lanterns.NOTES);
        assertFalse(browser.is("document.querySelector('.find-more').checkVisibility()"));
        assertTrue(browser.is("location.search === '?q=wick&n=40'"));
        browser.reload();
        browser.await(TITLES + ".length === " + Lanterns.NOTES);
    }

    @Test
    void aLetterOfTheAlphabetLeavesTheFieldAlone() {
        open("search.html?q=vault");
        browser.tap(".find [name=q]");
        browser.control("a");
        browser.press(Keys.BACK_SPACE);
        browser.json(
                "new Promise(done => { addEventListener('popstate', () => setTimeout(() => done('1'))); location.hash = 'tz.az'; })");
        assertEquals("", browser.text(FIELD + ".value"));
        browser.json(
                "new Promise(done => { addEventListener('popstate', () => setTimeout(() => done('1'))); history.back(); })");
        assertEquals("", browser.text(FIELD + ".value"));
    }

    @Test
    void anAddressThatMakesNoSenseIsStillAnswered() {
        open("search.html?q=vault&n=-5&type=constructor&type=__proto__&constructor=1");
        assertEquals("Vault is sealed", browser.texts(TITLES).get(0));
        assertEquals(List.of(), browser.said());
    }

    @Test
    void slashLeadsToItsField() {
        open("search.html?q=vault");
        browser.press("/");
        assertTrue(browser.is("document.activeElement === " + FIELD));
    }

    @Test
    void withoutScriptsItIsEverythingFromAToZ() {
        browser.withoutScripts();
        browser.open(host.page("search.html"));
        assertFalse(browser.is("document.querySelector('.find').checkVisibility()"));
        List<String> texts =
                browser.texts("[...document.querySelectorAll('.az section li a')].map(a => a.textContent)");
        assertTrue(texts.containsAll(List.of("Vault is sealed", "LAMP-E1042", "Immediate actions")), texts::toString);
        List<String> dead = browser.texts(
                "[...document.querySelectorAll('.az-jump a')].filter(a => !document.getElementById(a.hash.slice(1))).map(a => a.hash)");
        assertEquals(List.of(), dead);
    }

    @Test
    void searchesThatFoundNothingAreListedSavedAndCleared(@TempDir Path folder) throws IOException {
        browser.cdp("Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
        open("search.html?q=xylophones");
        results(0);
        browser.await("document.querySelector('.gaps').checkVisibility()");
        assertTrue(
                browser.text("document.querySelector('.gaps ul').textContent").startsWith("xylophones 1 ×, last 20"));
        browser.tap("[data-save=json]");
        browser.tap("[data-save=md]");
        for (String name : List.of("search-gaps.json", "search-gaps.md")) {
            String text = saved(folder.resolve(name));
            assertTrue(text.contains("xylophones"), text);
        }
        browser.tap("[data-save='']");
        assertFalse(browser.is("document.querySelector('.gaps').checkVisibility()"));
        assertTrue(browser.is("!localStorage.getItem('tz-gaps')"));
        browser.said();
    }

    /** Chromium makes the file before it has written into it. */
    private String saved(Path file) throws IOException {
        for (int tries = 0; tries < 100 && (!Files.exists(file) || Files.size(file) == 0); tries++) {
            browser.json("new Promise(done => setTimeout(() => done('1'), 50))");
        }
        return Files.readString(file);
    }

    @Test
    void itHasNoSeriousBarrierAndDoesNotScrollSideways() throws IOException {
        Axe axe = new Axe();
        List<String> wrong = new ArrayList<>();
        for (int width : new int[] {320, 390, 1024, 1600}) {
            browser.size(width, 900);
            open("search.html?q=vualt+wick");
            axe.findings(browser).forEach(finding -> wrong.add(width + " " + finding));
            if (browser.value("document.documentElement.scrollWidth").asInt() > width) {
                wrong.add(width + " scrolls sideways");
            }
        }
        browser.prefer("dark");
        axe.findings(browser).forEach(finding -> wrong.add("dark " + finding));
        assertEquals(List.of(), wrong);
    }
}
