package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.engine.Build;
import dev.tierzero.engine.LiveSite;
import dev.tierzero.engine.Progress;
import dev.tierzero.engine.Request;
import dev.tierzero.serve.Preview;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** A reader who has been here before, when the network goes. */
@InBrowser
final class OfflineTest {

    /** True once the page's worker has kept the whole index. */
    private static final String KEPT = "(await (await caches.match(tierZero.base + '_offline/state'))?.json())?.gen";

    private static final String SIGN = "document.querySelector('main > .kept')?.textContent";
    private static final String STYLED = "document.styleSheets[0].cssRules.length > 0";

    /** Where the site stands as most tests begin with it: built once. */
    @TempDir
    static Path shared;

    private final Browser browser;
    private final Path folder;
    private Optional<HostedSite> host = Optional.empty();

    OfflineTest(Browser browser, @TempDir Path folder) throws IOException {
        this.browser = browser;
        this.folder = folder.toRealPath();
    }

    @BeforeEach
    void write() throws IOException {
        write("content/index.md", "# Home\n\nThe first text.\n");
        write("content/help/opened.md", "# Opened & read\n\nThe first text. ![A drawing](drawing.svg)\n");
        write("content/help/drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'></svg>");
        write("content/help/unread.md", "# Unread\n\nNobody has opened this.\n");
        write("content/recovery/vault.md", "---\ntype: dr-playbook\n---\n# Vault is gone\n\nRestore it.\n");
    }

    @AfterEach
    void close() {
        browser.open(URI.create("about:blank"));
        host.ifPresent(HostedSite::close);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path built(Path output) throws IOException, SettingsException {
        Request request = new Request(folder, Optional.of(output), 2, Map.of(), true, false);
        new Build(request, Progress.NONE).publish(Optional.empty());
        return output;
    }

    private HostedSite hosted(String below) throws IOException, SettingsException {
        Path first = shared.resolve("first");
        HostedSite hosted = new HostedSite(Files.exists(first) ? first : built(first), below);
        host = Optional.of(hosted);
        return hosted;
    }

    private void assertShows(String words) {
        String text = browser.text("document.querySelector('main').textContent");
        assertTrue(text.contains(words), text);
        assertTrue(browser.is(STYLED), "the style sheet is there");
    }

    @ParameterizedTest(name = "at /{0}")
    @ValueSource(strings = {"", "docs/"})
    void whatWasOpenedAndWhatIsUrgentIsThereWithoutTheNetwork(String below) throws IOException, SettingsException {
        HostedSite site = hosted(below);
        browser.open(site.page("help/opened.html"));
        assertFalse(browser.is(SIGN), "a page from the network has no sign");
        browser.await(KEPT);
        String gen = browser.text(KEPT);
        site.close();

        browser.open(site.page("help/opened.html"));
        assertShows("The first text.");
        assertTrue(
                browser.text(SIGN).matches("Offline copy of \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC.*"),
                browser.text(SIGN));
        assertTrue(browser.is("document.querySelector('.body img').naturalWidth > 0"), "the image is there");
        browser.open(site.page(""));
        assertShows("The first text.");
        browser.open(site.page("search.html?q=nobody+opened"));
        browser.await("document.querySelector('.hits a')?.textContent.includes('Unread')");
        assertTrue(browser.is(STYLED));
        browser.open(site.page("recovery/vault.html"));
        assertShows("Restore it.");
        for (String file : List.of("root", gen + "/w0", gen + "/d0")) {
            assertTrue(
                    browser.is("(await (await fetch(tierZero.base + '_search/" + file + ".bin')).text()).length > 0"),
                    file);
        }

        browser.open(site.page("help/unread.html"));
        assertShows("You are offline");
        assertEquals(
                List.of("Home", "Is my copy current?", "Opened &amp; read", "Vault is gone"),
                browser.texts("[...document.querySelectorAll('.copies a')].map(a => a.innerHTML)"));
        browser.press("/");
        browser.press("restore");
        browser.await("document.querySelector('dialog .hits [role=option]')?.textContent.includes('Vault is gone')");
        browser.press(Keys.ESCAPE);
        browser.await("!document.querySelector('dialog').open");
        browser.tap(".copies li:nth-child(3) a");
        browser.await("location.pathname.endsWith('/help/opened.html') && " + SIGN);
        assertEquals(List.of(), refusals());
    }

    /** What the console was told, but that requests had no answer. */
    private List<String> refusals() {
        return browser.said().stream()
                .filter(line -> !line.contains("ERR_CONNECTION") && !line.contains("503"))
                .toList();
    }

    @Test
    void aNewDeployIsTakenUpAndOldCopiesKeepTheirLooks() throws IOException, SettingsException {
        HostedSite site = hosted("");
        browser.open(site.page("help/opened.html"));
        browser.await(KEPT);
        String before = browser.text(KEPT);
        browser.open(site.page("index.html"));
        String style = browser.text("document.querySelector('link[rel=stylesheet]').href");

        write("content/index.md", "# Home\n\nThe second text.\n");
        write("templates/assets/site.css", "main { color: green }");
        site.publish(built(folder.resolve("second")));
        browser.open(site.page("index.html"));
        browser.value("self.unchanged = true");
        assertShows("The second text.");
        browser.await(KEPT + " !== '" + before + "'");
        String after = browser.text(KEPT);
        assertTrue(browser.is("unchanged"), "nothing reloads the page");
        assertEquals(
                List.of("tier0 / search " + after),
                browser.texts("(await caches.keys()).filter(name => name.includes('search'))"));
        site.close();

        browser.open(site.page("index.html"));
        assertShows("The second text.");
        browser.open(site.page("help/opened.html"));
        assertShows("The first text.");
        assertEquals(style, browser.text("document.querySelector('link[rel=stylesheet]').href"));
    }

    @Test
    void switchedOffItDeletesWhatItKept() throws IOException, SettingsException {
        HostedSite site = hosted("");
        browser.open(site.page("index.html"));
        browser.await(KEPT);
        browser.value("await caches.open('somebody else').then(() => 1)");
        write("site.yaml", "offline: false\n");
        site.publish(built(folder.resolve("second")));
        browser.open(site.page("index.html"));
        browser.await("(await caches.keys()).join() === 'somebody else'");
        browser.await("(await navigator.serviceWorker.getRegistrations()).length === 0");
    }

    @Test
    void errorsPartsAndWhatAPageMayNotKeepAreNotKept() throws IOException, SettingsException {
        HostedSite site = hosted("");
        browser.open(site.page("index.html"));
        browser.await(KEPT);
        browser.open(site.page("help/none.html"));
        browser.value("await Promise.all([fetch('unread.html', {headers: {Range: 'bytes=0-9'}}),"
                + " fetch('opened.html?x=1')].map(a => a.then(r => r.text())))");
        browser.await("await caches.match(tierZero.base + 'help/opened.html')");
        assertEquals(
                List.of(
                        "/copies.html",
                        "/help/opened.html",
                        "/index.html",
                        "/offline.html",
                        "/recovery/vault.html",
                        "/recovery/vault.offline.html",
                        "/search.html"),
                browser.texts("(await (await caches.open('tier0 / pages')).keys())"
                        + ".map(r => new URL(r.url).pathname).filter(p => !p.startsWith('/_')).sort()"));
    }

    @Test
    void aSlowOrBrokenHostIsNotWaitedForWhenThereIsACopy() throws IOException, SettingsException {
        HostedSite site = hosted("");
        browser.open(site.page("index.html"));
        browser.await(KEPT);
        site.fail();
        browser.open(site.page("index.html"));
        assertTrue(browser.is(SIGN));
        write("content/index.md", "# Home\n\nThe second text.\n");
        site.publish(built(folder.resolve("second")));
        site.recover();
        browser.value("dispatchEvent(new Event('online'))");
        browser.await("document.querySelector('.kept a')");
        assertTrue(browser.text(SIGN).endsWith(" · A newer copy is there: reload"), browser.text(SIGN));
        browser.tap(".kept a");
        browser.await("!document.querySelector('.kept')");
        assertShows("The second text.");
        browser.await("(r => r.active?.state === 'activated' && !r.installing && !r.waiting)"
                + "(await navigator.serviceWorker.getRegistration())");
        site.slow(Duration.ofSeconds(10));
        browser.open(site.page("index.html"));
        assertTrue(browser.text(SIGN).startsWith("Offline copy of "));
    }

    @Test
    void withoutRoomOrWithoutStorageThePageIsWhole() throws IOException, SettingsException {
        HostedSite site = hosted("");
        String origin = site.page("").toString();
        browser.cdp("Storage.overrideQuotaForOrigin", Map.of("origin", origin, "quotaSize", 1));
        browser.open(site.page("index.html"));
        assertShows("The first text.");
        browser.open(site.page("help/opened.html"));
        assertShows("The first text.");
        Object script = browser.cdp(
                        "Page.addScriptToEvaluateOnNewDocument",
                        Map.of(
                                "source",
                                "for (const [on, name] of [[Navigator.prototype, 'serviceWorker'], [self, 'caches'], [self, 'localStorage']])"
                                        + " Object.defineProperty(on, name, { get() { throw new DOMException('no', 'SecurityError'); } })"))
                .get("identifier");
        browser.open(site.page("help/unread.html"));
        assertShows("Nobody has opened this.");
        assertTrue(browser.is("!document.querySelector('button.theme').hidden"), "other scripts run");
        browser.cdp("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script));
        assertEquals(List.of(), refusals());
    }

    @Test
    void thePreviewKeepsNothingAndEndsAWorkerThatWasThere() throws IOException, SettingsException {
        LiveSite live = LiveSite.load(new Request(folder, Optional.empty(), 1, Map.of(), false, true), Progress.NONE);
        try (Preview preview = new Preview(live, folder, Set.of(), 0)) {
            browser.open(preview.address());
            assertFalse(browser.is("'offline' in document.documentElement.dataset"));
            browser.value(
                    "await navigator.serviceWorker.register(tierZero.url(tierZero.base + 'sw.js')).then(() => 1)");
            browser.await("(await navigator.serviceWorker.getRegistrations()).length === 0");
            browser.open(URI.create("about:blank"));
        }
    }
}
