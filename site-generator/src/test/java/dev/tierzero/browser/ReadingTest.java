package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.portal.Constructs;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Getting about on a page: by scroll, by keyboard, by thumb, with scripts or without. */
@InBrowser
final class ReadingTest {

    private static final String CURRENT =
            "[...document.querySelectorAll('.contents a[aria-current=location]')].map(a => a.textContent)";
    private static final String ALL = "const all = [...document.querySelectorAll('*')], "
            + "name = e => all.indexOf(e) + ' ' + e.localName + ' ' + e.textContent.trim().slice(0, 30);";
    private static final String FOCUSED = "(() => { " + ALL
            + "const e = document.activeElement; return e === document.body" + " ? '' : name(e); })()";
    private static final String MARKED = "(() => { const s = getComputedStyle(document.activeElement);"
            + "return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; })()";

    private final Browser browser;
    private final HostedSite host;

    ReadingTest(Browser browser, Constructs constructs) throws IOException {
        this.browser = browser;
        this.host = new HostedSite(constructs.site());
    }

    @AfterEach
    void close() {
        browser.open(URI.create("about:blank"));
        host.close();
    }

    @Test
    void theContentsFollowTheScroll() {
        browser.open(host.page(Constructs.MARKDOWN));
        for (String id : List.of("tabs", "code", "tables", "notes")) {
            browser.value("document.getElementById('" + id + "').scrollIntoView({behavior: 'instant'})");
            String title = browser.text("document.getElementById('" + id + "').firstChild.textContent");
            browser.await("JSON.stringify(" + CURRENT + ") === '[\"" + title + "\"]'");
        }
    }

    @Test
    void aHeadingsPermalinkLeadsToItAndNothingCoversIt() {
        browser.open(host.page(Constructs.MARKDOWN));
        assertEquals(
                List.of(),
                browser.texts(
                        "[...document.querySelectorAll('.body :is(h2, h3)')].filter(h => "
                                + "h.querySelector('.permalink')?.getAttribute('href') !== '#' + h.id).map(h => h.textContent)"));
        browser.open(URI.create(host.page(Constructs.MARKDOWN) + "#a-heading-below"));
        browser.open(URI.create(host.page(Constructs.MARKDOWN) + "#code"));
        browser.await("(() => { const h = document.getElementById('code'), r = h.getBoundingClientRect();"
                + "return r.top >= 0 && h.contains(document.elementFromPoint(r.left + 2, r.top + r.height / 2)); })()");
    }

    @Test
    void theFirstTabKeyShowsTheSkipLinkAndEnterGoesToTheText() {
        browser.open(host.page(Constructs.MARKDOWN));
        browser.press(Keys.TAB);
        assertEquals("Skip to content", browser.text("document.activeElement.textContent"));
        assertTrue(browser.is("document.activeElement.getBoundingClientRect().top >= 0"), "it is seen");
        browser.press(Keys.ENTER);
        browser.await("document.activeElement.id === 'tz.main'");
        browser.press(Keys.TAB);
        assertTrue(browser.is("document.querySelector('main').contains(document.activeElement)"));
    }

    @Test
    void theTabKeyReachesAllThatCanBeUsedAndShowsWhereItIs() {
        browser.open(host.page(Constructs.MARKDOWN));
        List<String> reached = new ArrayList<>();
        List<String> unmarked = new ArrayList<>();
        browser.press(Keys.TAB);
        for (String at = browser.text(FOCUSED); !at.isEmpty() && !reached.contains(at); at = browser.text(FOCUSED)) {
            reached.add(at);
            if (!browser.is(MARKED)) {
                unmarked.add(at);
            }
            browser.press(Keys.TAB);
        }
        assertEquals(List.of(), unmarked);
        List<String> usable = browser.texts("(() => {" + ALL
                + "return all.filter(e => e.matches('a[href], button, summary, input, [tabindex=\"0\"]') && !e.disabled"
                + " && e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}))"
                + ".map(name); })()");
        assertEquals(String.join("\n", usable), String.join("\n", reached));
    }

    @Test
    void onAPhoneTheMenuOpensWithoutScripts() {
        browser.size(390, 800);
        browser.withoutScripts();
        browser.open(host.page(Constructs.MARKDOWN));
        String link = "document.querySelector('.drawer a[href=\"plain.html\"]')";
        String inView = link + ".checkVisibility() && " + link + ".getBoundingClientRect().right <= 390";
        assertFalse(browser.is(inView), "closed at first");
        browser.tap(".drawer > details > summary");
        assertTrue(browser.is(inView));
        browser.tap(".drawer a[href=\"plain.html\"]");
        browser.await("location.pathname === '/plain.html'");
        browser.tap(".contents > details > summary");
        browser.tap(".contents a[href=\"#verify\"]");
        browser.await("location.hash === '#verify'");
    }

    @Test
    void onAPhoneEscapeClosesTheMenuAndTheFocusGoesBack() {
        browser.size(390, 800);
        browser.open(host.page(Constructs.MARKDOWN));
        browser.tap(".drawer > details > summary");
        assertTrue(browser.is("document.querySelector('.drawer > details').open"));
        browser.press(Keys.ESCAPE);
        assertFalse(browser.is("document.querySelector('.drawer > details').open"));
        assertTrue(browser.is("document.activeElement.matches('.drawer summary')"));
    }

    @Test
    void aLinkIntoAFoldOpensIt() {
        browser.open(host.page(Constructs.MARKDOWN));
        assertFalse(browser.is("document.querySelector('.disclosure').open"));
        browser.value("document.querySelector('.disclosure p').id = 'inside'");
        browser.value("location.hash = 'inside'");
        browser.await("document.querySelector('.disclosure').open");
    }
}
