package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.tierzero.portal.Constructs;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Light and dark: the system's wish, until a reader has one. */
@InBrowser
final class ThemeTest {

    private static final String PAPER = "getComputedStyle(document.body).backgroundColor";

    private final Browser browser;
    private final HostedSite host;

    ThemeTest(Browser browser, Constructs constructs) throws IOException {
        this.browser = browser;
        this.host = new HostedSite(constructs.site());
    }

    @AfterEach
    void close() {
        browser.open(URI.create("about:blank"));
        host.close();
    }

    @Test
    void withoutAChoiceThePageFollowsTheSystem() {
        browser.open(host.page("index.html"));
        String light = browser.text(PAPER);
        browser.prefer("dark");
        assertNotEquals(light, browser.text(PAPER));
    }

    @Test
    void aChoiceIsKeptOnTheNextPageAndBeforeItIsPainted() {
        browser.open(host.page("index.html"));
        String light = browser.text(PAPER);
        browser.tap("button.theme");
        assertEquals("Theme: Light. Switch to Dark", browser.text("document.querySelector('.theme').ariaLabel"));
        browser.tap("button.theme");
        assertEquals("Theme: Dark. Switch to System", browser.text("document.querySelector('.theme').ariaLabel"));
        String dark = browser.text(PAPER);
        assertNotEquals(light, dark);
        browser.open(host.page(Constructs.MARKDOWN));
        assertEquals("dark", browser.text("document.documentElement.dataset.theme"));
        assertEquals(dark, browser.text(PAPER));
        assertEquals("Theme: Dark. Switch to System", browser.text("document.querySelector('.theme').ariaLabel"));
        assertEquals(
                true,
                browser.is("document.querySelector('head script').src.includes('/theme.') "
                        + "&& !document.querySelector('head script').defer"),
                "the script that knows the choice runs before the page is painted");
        browser.tap("button.theme");
        assertEquals(light, browser.text(PAPER));
        browser.reload();
        assertEquals(light, browser.text(PAPER), "the system's wish is wished again");
    }

    @Test
    void withoutScriptsThereIsNoSwitchAndTheSystemIsFollowed() {
        browser.withoutScripts();
        browser.open(host.page("index.html"));
        String light = browser.text(PAPER);
        assertEquals(false, browser.is("document.querySelector('.theme').checkVisibility()"));
        browser.prefer("dark");
        assertNotEquals(light, browser.text(PAPER));
    }
}
