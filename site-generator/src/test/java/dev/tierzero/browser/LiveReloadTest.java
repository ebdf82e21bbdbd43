package dev.tierzero.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.engine.LiveSite;
import dev.tierzero.engine.Progress;
import dev.tierzero.engine.Request;
import dev.tierzero.serve.Preview;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tier0 serve} as a writer has it: an editor on one side, the page on the other. */
@InBrowser
final class LiveReloadTest {

    private static final String HEADER = """
            ---
            title: Home
            type: page
            owner: platform-team
            reviewed: 2026-01-15
            ---
            """;

    private final Browser browser;
    private final Path site;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Preview preview;
    private final Future<?> watching;

    LiveReloadTest(Browser browser, @TempDir Path folder) throws IOException, SettingsException {
        this.browser = browser;
        this.site = folder.toRealPath();
        Files.createDirectory(site.resolve("content"));
        write("index.md", HEADER + "The first text.\n");
        write("other.md", "# Other\n\nAnother text.\n");
        Request request = new Request(site, Optional.empty(), 1, Map.of(), false, true);
        LiveSite live = LiveSite.load(request, Progress.NONE);
        this.preview = new Preview(live, site, Set.of(site.resolve("content")), 0);
        this.watching = thread.submit(() -> {
            preview.run(update -> {}, message -> {});
            return preview;
        });
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(site.resolve("content").resolve(name), text);
    }

    @BeforeEach
    void open() {
        browser.open(preview.address());
    }

    @AfterEach
    void stop() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        browser.open(URI.create("about:blank"));
        preview.close();
        watching.get(10, TimeUnit.SECONDS);
        thread.shutdown();
    }

    private static String shows(String text) {
        return "document.querySelector('main').textContent.includes('" + text + "')";
    }

    @Test
    void theOpenPageShowsWhatWasSaved() throws IOException {
        assertTrue(browser.is(shows("The first text.")));
        write("index.md", "# Home\n\nThe second text.\n");
        browser.await(shows("The second text."));
        write("index.md", "# Home at last\n\nThe third text.\n");
        browser.await("document.title === 'Home at last' || document.title.startsWith('Home at last ')");
    }

    @Test
    void aPageThatIsNewIsInTheNavigationOfTheOpenPage() throws IOException {
        write("third.md", "# Third\n\nMore.\n");
        browser.await("!!document.querySelector('.tree a[href=\"third.html\"]')");
    }

    @Test
    void aChangeOfAnotherPagesTextLeavesTheOpenPageAlone() throws IOException {
        browser.value("window.unchanged = true");
        write("other.md", "# Other\n\nQuite another text.\n");
        browser.await("(await fetch('/other.html').then(r => r.text())).includes('Quite another')");
        assertTrue(browser.is("window.unchanged"));
    }

    @Test
    void aFindingIsOnThePageUntilItIsMended() throws IOException {
        assertEquals(
                0,
                browser.value("document.querySelectorAll('main > details.admonition').length")
                        .asInt());
        write("index.md", HEADER + "See [the other](othr.md).\n");
        browser.await("document.querySelector('main > details.admonition[open] code')?.textContent.startsWith("
                + "'content/index.md:7:5 LK001')");
        assertEquals(
                "1 finding on this page", browser.text("document.querySelector('main > details summary').textContent"));
        assertTrue(browser.text("document.querySelector('main > details em').textContent")
                .contains("other.md"));
        write("index.md", HEADER + "See [the other](other.md).\n");
        browser.await("!!document.querySelector('.body a[href=\"other.html\"]')");
        browser.await("(await fetch('/_tier0/findings?page=/').then(r => r.json())).length === 0");
        assertEquals(
                0,
                browser.value("document.querySelectorAll('main > details.admonition').length")
                        .asInt());
    }

    @Test
    void aRequestThatNamesAnotherHostIsRefused() throws IOException {
        assertEquals("HTTP/1.1 403 Forbidden", answer("rebound.example"));
        assertEquals("HTTP/1.1 403 Forbidden", answer("127.0.0.1.rebound.example"));
        assertEquals("HTTP/1.1 200 OK", answer("127.0.0.1:" + preview.address().getPort()));
        assertEquals("HTTP/1.1 200 OK", answer("localhost"));
    }

    /** The first line of the answer to a request with a Host header. */
    private String answer(String host) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), preview.address().getPort())) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }
}
