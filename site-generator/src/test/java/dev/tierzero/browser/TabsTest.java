package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.portal.Constructs;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Tabs: the pattern of the ARIA Authoring Practices Guide, one choice for all sets, and nothing lost without scripts. */
@InBrowser
final class TabsTest {

    private static final String SELECTED =
            "[...document.querySelectorAll('[role=tab][aria-selected=true]')].map(t => t.textContent)";
    private static final String SHOWN = "[...document.querySelectorAll('.tab > .tab-title + p')]"
            + ".filter(p => p.checkVisibility()).map(p => p.textContent)";

    private final Browser browser;
    private final HostedSite host;

    TabsTest(Browser browser, Constructs constructs) throws IOException {
        this.browser = browser;
        this.host = new HostedSite(constructs.site());
    }

    @BeforeEach
    void open() {
        browser.open(host.page(Constructs.MARKDOWN));
    }

    @AfterEach
    void close() {
        browser.open(URI.create("about:blank"));
        host.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {Constructs.MARKDOWN, Constructs.ASCIIDOC})
    void everySetIsATabListWhoseTabsNameTheirPanels(String page) {
        browser.open(host.page(page));
        assertEquals(
                List.of("Linux|Windows 11|macOS", "Windows 11|Linux"),
                browser.texts("[...document.querySelectorAll('[role=tablist]')].map(l => "
                        + "[...l.querySelectorAll('[role=tab]')].map(t => t.textContent).join('|'))"));
        assertEquals(
                List.of(),
                browser.texts("[...document.querySelectorAll('[role=tab]')].filter(t => {"
                        + "const p = document.getElementById(t.getAttribute('aria-controls'));"
                        + "return !p || p.getAttribute('role') !== 'tabpanel' || p.getAttribute('aria-labelledby') !== t.id;"
                        + "}).map(t => t.textContent)"));
        assertEquals(
                List.of("Linux", "Windows 11"),
                browser.texts(SELECTED),
                "the first tab of each set is selected and only it");
        assertEquals(
                List.of("Linux", "Windows 11"),
                browser.texts(
                        "[...document.querySelectorAll('[role=tab]')].filter(t => t.tabIndex === 0).map(t => t.textContent)"),
                "only the selected tab is in the tab order");
        assertEquals(List.of("Text for Linux.", "Second text for Windows."), browser.texts(SHOWN));
    }

    @Test
    void arrowsHomeAndEndMoveTheChoiceAndTheFocus() {
        browser.value("document.querySelector('[role=tab]').focus()");
        assertEquals("Windows 11", after(Keys.ARROW_RIGHT));
        assertEquals("macOS", after(Keys.ARROW_RIGHT));
        assertEquals("Linux", after(Keys.ARROW_RIGHT), "the end is followed by the beginning");
        assertEquals("macOS", after(Keys.ARROW_LEFT));
        assertEquals("Linux", after(Keys.HOME));
        assertEquals("macOS", after(Keys.END));
    }

    private String after(Keys key) {
        browser.press(key);
        assertEquals(
                browser.texts(SELECTED).get(0), browser.text("document.activeElement.textContent"), "focus goes along");
        return browser.texts(SELECTED).get(0);
    }

    @Test
    void aChoiceHoldsInEverySetThatHasItAndOnEveryPageAfterIt() {
        browser.tap("[role=tab]:nth-of-type(2)");
        assertEquals(List.of("Windows 11", "Windows 11"), browser.texts(SELECTED));
        browser.tap("[role=tab]:nth-of-type(1)");
        assertEquals(List.of("Linux", "Linux"), browser.texts(SELECTED));
        browser.open(host.page("plain.html"));
        assertEquals(List.of("Linux"), browser.texts(SELECTED), "where Windows 11 comes first");
        browser.open(host.page(Constructs.ASCIIDOC));
        assertEquals(List.of("Linux", "Linux"), browser.texts(SELECTED), "written in the other markup");
    }

    @Test
    void aChoiceThatASetDoesNotHaveLeavesItAsItIs() {
        browser.tap("[role=tab]:nth-of-type(3)");
        assertEquals(List.of("macOS", "Windows 11"), browser.texts(SELECTED));
    }

    @Test
    void withoutScriptsEveryTabIsShownUnderItsTitle() {
        browser.withoutScripts();
        browser.reload();
        assertEquals(
                List.of(
                        "Text for Linux.",
                        "Text for Windows.",
                        "Text for macOS.",
                        "Second text for Windows.",
                        "Second text for Linux."),
                browser.texts(SHOWN));
        assertEquals(
                List.of("Linux", "Windows 11", "macOS", "Windows 11", "Linux"),
                browser.texts(
                        "[...document.querySelectorAll('.tab-title')].filter(t => t.checkVisibility()).map(t => t.textContent)"));
        assertEquals(
                0,
                browser.value("document.querySelectorAll('[role=tab]').length").asInt());
    }

    @Test
    void theBrowsersOwnSearchFindsTheTextOfATabThatIsNotShown() {
        assertTrue(browser.is("document.querySelectorAll('.tab')[2].matches('[hidden=until-found]')"));
        // A text fragment is found in the way find-in-page finds (WICG scroll-to-text-fragment §3.6).
        browser.open(URI.create("about:blank"));
        browser.open(URI.create(host.page(Constructs.MARKDOWN) + "#:~:text=Text%20for%20macOS."));
        browser.await("document.querySelector('[role=tab][aria-selected=true]').textContent === 'macOS'");
    }
}
