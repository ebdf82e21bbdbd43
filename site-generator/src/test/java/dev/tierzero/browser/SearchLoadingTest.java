package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.portal.BuiltSite;
import dev.tierzero.portal.Lanterns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** How search comes by its scripts and its index: slowly, in part, not at all, from a folder, from a site published anew. */
@InBrowser
final class SearchLoadingTest {

    private static final String TITLES = "[...document.querySelectorAll('.hit-page b')].map(b => b.textContent)";

    private final Browser browser;
    private final BuiltSite site;
    private final HostedSite host;

    SearchLoadingTest(Browser browser, Lanterns lanterns) throws IOException {
        this.browser = browser;
        this.site = lanterns.site();
        this.host = new HostedSite(site);
    }

    @AfterEach
    void close() {
        browser.open(URI.create("about:blank"));
        host.close();
    }

    private void search(URI page, String text) {
        browser.open(page);
        browser.press("/");
        browser.press(text);
    }

    /** Searches while some paths do not come: it is said that this failed. */
    private void failsWithout(Predicate<String> lost) {
        host.set(path -> !lost.test(path));
        search(host.page("index.html"), "vault");
        browser.await("document.querySelector('.note-failed').checkVisibility()");
    }

    /** Lets every path come again. */
    private void answersWhenAskedAgain() {
        host.set(path -> true);
        browser.tap(".note-failed [data-do=again]");
        browser.await(TITLES + "[0] === 'Vault is sealed'");
    }

    private List<String> titles(URI page, String text) {
        search(page, text);
        browser.await("document.querySelector('.find-state').textContent");
        return browser.texts(TITLES);
    }

    @Test
    void lettersTypedWhileTheScriptsAreOnTheirWayAreKept() {
        CountDownLatch scripts = host.hold("/_theme/search");
        search(host.page("index.html"), "vault");
        assertEquals("vault", browser.text("document.querySelector('.find [name=q]').value"));
        assertTrue(browser.is("document.querySelector('.find-state').checkVisibility()"), "says that it loads");
        scripts.countDown();
        browser.await(TITLES + "[0] === 'Vault is sealed'");
    }

    @Test
    void enterBeforeTheAnswerOpensTheAnswer() {
        browser.open(host.page("index.html"));
        browser.press("/");
        browser.await("window.tierZero.change");
        CountDownLatch shards = host.hold("/_search/");
        browser.press("vault", Keys.ENTER);
        assertTrue(browser.is("document.querySelector('dialog[open]')"));
        shards.countDown();
        browser.await("location.pathname === '/" + Lanterns.VAULT + "'");
    }

    @Test
    void aLostShardLeavesTheOtherResultsAndItIsSaid() {
        host.set(path -> !path.endsWith("/d1.bin") && !path.endsWith("/w0.bin"));
        search(host.page("index.html"), "lantern");
        browser.await("document.querySelector('.note-partial').checkVisibility()");
        host.set(path -> true);
        browser.tap(".note-partial [data-do=again]");
        browser.await(
                "!document.querySelector('.note-partial').checkVisibility() && document.querySelectorAll('.hit').length === 8");
    }

    @Test
    void withoutAnIndexItIsSaidAndTriedAgain() {
        failsWithout(path -> path.endsWith("/root.bin"));
        answersWhenAskedAgain();
    }

    @Test
    void whenItFailedEnterOpensNothingOfItsOwnLater() {
        host.set(path -> !path.endsWith("/root.bin"));
        browser.open(host.page("index.html"));
        browser.press("/");
        browser.await("window.tierZero.change");
        browser.press("vault", Keys.ENTER);
        browser.await("document.querySelector('.note-failed').checkVisibility()");
        answersWhenAskedAgain();
        assertTrue(browser.is("location.pathname === '/index.html'"));
    }

    @Test
    void whenItFailedEnterLeadsToThePageOfResults() {
        failsWithout(path -> path.endsWith("/root.bin"));
        browser.press(Keys.ENTER);
        browser.await("location.href.endsWith('search.html?q=vault')");
    }

    @Test
    void anEngineThatDidNotComeIsAskedForAgain() {
        failsWithout(path -> path.contains("/_theme/search-engine."));
        answersWhenAskedAgain();
    }

    @Test
    void aDialogThatDidNotLoadLoadsWhenItIsOpenedAgain() {
        host.set(path -> !path.contains("/_theme/search."));
        search(host.page("index.html"), "vault");
        browser.await("document.querySelector('.find-state').textContent.includes('did not load')");
        host.set(path -> true);
        browser.press(Keys.ESCAPE);
        browser.press("/");
        browser.await(TITLES + "[0] === 'Vault is sealed'");
    }

    @Test
    void aBrowserWithoutDialogsFollowsTheLink() {
        browser.open(host.page("index.html"));
        browser.value("delete HTMLDialogElement.prototype.showModal");
        browser.tap(".seek");
        browser.await("location.pathname === '/search.html'");
    }

    @Test
    void withoutScriptsTheFieldLeadsToEverything() {
        host.set(path -> !path.contains("/_theme/search."));
        search(host.page("index.html"), "vault");
        browser.await("document.querySelector('.find-state').textContent.includes('did not load')");
        browser.press(Keys.ENTER);
        browser.await("location.href.endsWith('search.html?q=vault')");
    }

    @Test
    void aSitePublishedAnewMeanwhileIsSearchedWithItsNewIndex(@TempDir Path folder) throws Exception {
        try (HostedSite changing = new HostedSite(site.copiedTo(folder.resolve("site")), "")) {
            assertEquals(
                    "Vault is sealed",
                    titles(changing.page("index.html"), "vault").get(0));
            publishAnew(folder.resolve("site/_search"), "0123456789");
            browser.control("a");
            browser.press("refused");
            browser.await(TITLES + "[0] === 'The pull is refused'");
            assertTrue(browser.is("!document.querySelector('.note-partial').checkVisibility()"));
            publishAnew(folder.resolve("site/_search"), "abcdef0123");
            browser.control("a");
            browser.press("wick");
            browser.await(TITLES + ".length === 8");
            assertTrue(browser.is("!document.querySelector('.note-partial').checkVisibility()"));
            assertTrue(browser.is("tierZero.root.gen === 'abcdef0123'"));
            browser.open(URI.create("about:blank"));
        }
    }

    @Test
    void aShardThatIsMissingFromASitePublishedAnewIsSaid(@TempDir Path folder) throws Exception {
        try (HostedSite changing = new HostedSite(site.copiedTo(folder.resolve("site")), "")) {
            titles(changing.page("index.html"), "vault");
            publishAnew(folder.resolve("site/_search"), "0123456789");
            changing.set(path -> !path.matches(".*/d\\d+\\.bin"));
            browser.control("a");
            browser.press("refused");
            browser.await("document.querySelector('.note-partial').checkVisibility()");
            changing.set(path -> true);
            browser.tap(".note-partial [data-do=again]");
            browser.await(TITLES + "[0] === 'The pull is refused'");
            browser.open(URI.create("about:blank"));
        }
    }

    private static void publishAnew(Path index, String generation) throws IOException, DataFormatException {
        Path shards;
        try (Stream<Path> files = Files.list(index)) {
            shards = files.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        Files.move(shards, index.resolve(generation));
        Inflater inflater = new Inflater(true);
        inflater.setInput(Files.readAllBytes(index.resolve("root.bin")));
        byte[] root = new byte[1 << 20];
        int length = inflater.inflate(root);
        inflater.end();
        String text = new String(root, 0, length, StandardCharsets.UTF_8)
                .replace(String.valueOf(shards.getFileName()), generation);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(9, true))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(index.resolve("root.bin"), bytes.toByteArray());
    }

    @Test
    void fromAFolderTheAnswersAreTheSame() {
        URI page = site.output().resolve("notes/n1.html").toUri();
        for (String text : List.of(
                "vault", "vualt", "LAMP-E1042", "lantern at dusk", "wick number 7", "xylophones", "--log-entry")) {
            assertEquals(titles(host.page("notes/n1.html"), text), titles(page, text), text);
        }
        assertEquals(List.of(), browser.said());
        browser.control("a");
        browser.press("vault");
        browser.await(TITLES + "[0] === 'Vault is sealed'");
        browser.press(Keys.ENTER);
        browser.await("location.href.endsWith('/output/" + Lanterns.VAULT + "') || location.href.endsWith('"
                + Lanterns.VAULT + "')");
    }

    @Test
    void thePolicyOfTheHostIsKeptAndNoOtherHostIsAsked() {
        titles(host.page("index.html"), "vualt");
        assertEquals(List.of(), browser.said());
        assertEquals(
                List.of(),
                browser.requests().stream()
                        .filter(request -> !host.page("").getAuthority().equals(request.getAuthority()))
                        .toList());
    }

    @Test
    void aBlockedStoreIsNoReasonNotToSearch() {
        Object script = browser.cdp(
                        "Page.addScriptToEvaluateOnNewDocument",
                        Map.of(
                                "source",
                                "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"))
                .get("identifier");
        try {
            assertEquals(
                    "Vault is sealed", titles(host.page("index.html"), "vault").get(0));
            browser.press(Keys.ENTER);
            browser.await("location.pathname === '/" + Lanterns.VAULT + "'");
            assertEquals(List.of(), browser.said());
        } finally {
            browser.cdp("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script));
        }
    }
}
