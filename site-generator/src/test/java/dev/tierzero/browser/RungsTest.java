package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.portal.Portal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Every playbook of the portal in each form in which it survives: nothing fails, nothing is asked for that is not there. */
@InBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RungsTest {

    private static final String STYLED =
            "getComputedStyle(document.querySelector('.admonition')).borderInlineStartWidth";
    private static final String RUNNING = "typeof tierZero.run === 'function'";
    /** Links within the page that lead to nothing. */
    private static final String DEAD = "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1))"
            + ".filter(id => !document.getElementById(decodeURIComponent(id)))";

    private final Browser browser;
    private final Portal portal;
    private final List<String> wrong = new ArrayList<>();

    RungsTest(Browser browser, Portal portal) {
        this.browser = browser;
        this.portal = portal;
    }

    private List<String> playbooks() {
        List<String> playbooks = portal.site().pages().stream()
                .filter(page -> page.endsWith(".offline.html"))
                .map(page -> page.replace(".offline.html", ".html"))
                .toList();
        assertEquals(4, playbooks.size(), playbooks.toString());
        return playbooks;
    }

    /** Opens a page where nothing may go wrong. */
    private Browser.Traffic open(URI address) {
        browser.traffic();
        browser.said();
        browser.open(address);
        Browser.Traffic traffic = settled();
        traffic.failed().forEach(url -> wrong.add(address + " failed: " + url));
        browser.said().forEach(line -> wrong.add(address + " said: " + line));
        if (browser.text(STYLED).equals("0px")) {
            wrong.add(address + " has no style");
        }
        return traffic;
    }

    private Browser.Traffic settled() {
        browser.await("document.readyState === 'complete'");
        return browser.traffic();
    }

    @Test
    void theLivePageAndItsCopyUnderThePolicyOfTheHost() throws IOException {
        try (HostedSite host = new HostedSite(portal.site())) {
            for (String page : playbooks()) {
                open(host.page(page));
                browser.await(RUNNING);
                URI copy = host.page(page.replace(".html", ".offline.html"));
                assertEquals(List.of(copy.toString()), open(copy).urls());
                browser.await(RUNNING);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theCopyAloneOnADisk(@TempDir Path folder) throws IOException {
        for (String page : playbooks()) {
            Path copy = folder.toRealPath().resolve(page.replaceAll(".*/", "").replace(".html", ".offline.html"));
            Files.copy(portal.site().output().resolve(page.replace(".html", ".offline.html")), copy);
            assertEquals(
                    List.of("file://" + copy),
                    open(URI.create("file://" + copy)).urls());
            browser.await(RUNNING);
            assertEquals(List.of(), browser.texts(DEAD), page);
            int steps = browser.value("document.querySelectorAll('li[data-step]').length")
                    .asInt();
            browser.withoutScripts();
            open(URI.create("file://" + copy));
            assertTrue(steps > 10, page + " has " + steps + " steps");
            assertEquals(
                    steps,
                    browser.value(
                                    "[...document.querySelectorAll('li[data-step]')].filter(li => li.getClientRects().length).length")
                            .asInt(),
                    page);
            browser.reset();
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theArchiveOnADiskWithItsSearch(@TempDir Path folder) throws IOException {
        Path root = unpacked(folder.toRealPath());
        for (String page : playbooks()) {
            open(URI.create("file://" + root.resolve(page)));
            browser.await(RUNNING);
        }
        browser.press("/");
        browser.press("vault snapshot");
        browser.await("document.querySelector('dialog .hits [role=option]')?.textContent.includes('Vault failure')");
        browser.press(Keys.ESCAPE);
        settled().failed().forEach(wrong::add);
        wrong.addAll(browser.said());
        assertEquals(List.of(), wrong);
    }

    private Path unpacked(Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(portal.site().output().resolve("portal.zip"));
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
        return folder;
    }

    @Test
    void whatTheBrowserKeptAfterOneVisit() throws IOException {
        HostedSite host = new HostedSite(portal.site());
        browser.open(host.page("index.html"));
        browser.await("(await (await caches.match(tierZero.base + '_offline/state'))?.json())?.gen");
        host.close();
        String needed = "[...document.querySelectorAll('.body > :not(h2 ~ *, h2) a, .body ol > li a')]"
                + ".map(a => a.href.split('#')[0]).filter(url => url.startsWith(location.origin))";
        for (String page : playbooks()) {
            browser.open(host.page(page));
            assertTrue(
                    browser.text("document.querySelector('main > .kept').textContent")
                            .startsWith("Offline copy of "),
                    browser.text("document.querySelector('main > .kept').textContent"));
            browser.await(RUNNING);
            assertEquals(
                    List.of(),
                    browser.texts("(await Promise.all(" + needed
                            + ".map(async url => await caches.match(url) ? '' : url))).filter(url => url)"),
                    page);
        }
        List<String> said = browser.said().stream()
                .filter(line -> !line.contains("ERR_CONNECTION"))
                .toList();
        assertEquals(List.of(), said);
        browser.open(URI.create("about:blank"));
    }
}
