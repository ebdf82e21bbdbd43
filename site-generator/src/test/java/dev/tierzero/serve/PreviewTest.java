package dev.tierzero.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.engine.LiveSite;
import dev.tierzero.engine.Progress;
import dev.tierzero.engine.TestSite;
import dev.tierzero.source.SettingsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The preview as a browser meets it: over HTTP, in this process. */
@Timeout(60)
class PreviewTest {

    private final TestSite files;
    private final Preview preview;
    private final Thread thread;
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();

    PreviewTest(@TempDir Path folder) throws IOException, SettingsException {
        this.files = TestSite.in(folder.toRealPath(), """
                -- content/index.md --
                # Home
                -- content/a b.md --
                # Spaced
                -- content/ops/vault.md --
                # Vault

                ![Plan](../plan.svg)
                -- content/plan.svg --
                <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>
                """);
        LiveSite site = LiveSite.load(files.request(), Progress.NONE);
        Path top = files.folder();
        this.preview = new Preview(site, top, Set.of(top.resolve("content"), top.resolve("templates")), 0);
        this.thread = new Thread(this::watch, "watch");
        thread.start();
    }

    private void watch() {
        try {
            preview.run(
                    update -> told.add(update.hrefs().isEmpty() ? "all" : String.join(" ", update.hrefs())), told::add);
        } catch (IOException e) {
            told.add(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        preview.close();
        thread.join();
    }

    @Test
    void pagesAreServedUnderTheirNamesAndTheirPrettyNames() throws Exception {
        for (String path : new String[] {"/", "/index.html", "/ops/vault.html", "/ops/vault", "/ops/", "/a-b"}) {
            HttpResponse<String> answer = get(path);
            assertEquals(200, answer.statusCode(), path);
            assertEquals("text/html; charset=utf-8", header(answer, "Content-Type"));
            assertTrue(answer.body().contains("<script src=\"/_tier0/reload.js\" defer></script>"), path);
        }
        HttpResponse<String> folder = get("/ops");
        assertEquals(301, folder.statusCode());
        assertEquals("/ops/", header(folder, "Location"));
        HttpResponse<String> drawing = get("/plan.svg");
        assertEquals("image/svg+xml", header(drawing, "Content-Type"));
        assertTrue(drawing.body().startsWith("<svg"), drawing.body());
        assertEquals("no-store", header(drawing, "Cache-Control"));
        assertEquals("nosniff", header(drawing, "X-Content-Type-Options"));
        assertTrue(header(drawing, "Content-Security-Policy").startsWith("default-src 'none'; "));
    }

    @Test
    void whatIsNotThereIsTheSitesOwnPageOfThatName() throws Exception {
        for (String path :
                new String[] {"/nope", "/nope.png", "/ops/nope/", "/..%2f..%2fetc/passwd", "/content/a.md"}) {
            HttpResponse<String> answer = get(path);
            assertEquals(404, answer.statusCode(), path);
            assertTrue(answer.body().contains("reload.js"), "a page written now shows by itself");
            assertTrue(answer.body().contains("href=\"/"), "links from the top: the page stands at any depth");
        }
    }

    @Test
    void onlyGetAndHeadAreAnswered() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(at("/"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        HttpResponse<String> refused = client.send(post, HttpResponse.BodyHandlers.ofString());
        assertEquals(405, refused.statusCode());
        assertEquals("GET, HEAD", header(refused, "Allow"));
        HttpRequest head = HttpRequest.newBuilder(at("/"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = client.send(head, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
    }

    @Test
    void aRequestThatNamesAnotherHostIsRefused() throws IOException {
        assertEquals("HTTP/1.1 403 Forbidden", firstLine("rebound.example"));
        assertEquals("HTTP/1.1 403 Forbidden", firstLine("127.0.0.1.rebound.example"));
        assertEquals("HTTP/1.1 403 Forbidden", firstLine(""));
        assertEquals("HTTP/1.1 200 OK", firstLine("localhost:8400"));
    }

    @Test
    void aPortInUseIsPassedOver() throws Exception {
        int taken = preview.address().getPort();
        LiveSite site = LiveSite.load(files.request(), Progress.NONE);
        try (PreviewServer other = new PreviewServer(site, taken)) {
            assertTrue(other.address().getPort() > taken);
        }
    }

    @Test
    void aTemplateErrorIsExplainedInThePagesPlaceUntilItIsMended() throws Exception {
        try (BufferedReader events = events()) {
            files.write("templates/layouts/page.peb", "<p>\n{{ page.nonsense }}\n</p>\n");
            assertEquals("all", told.take());
            assertEquals("data: *", nextData(events));
            HttpResponse<String> broken = get("/ops/vault.html");
            assertEquals(500, broken.statusCode());
            assertEquals("""
                    <!DOCTYPE html>
                    <html lang="en">
                    <head>
                    <meta charset="utf-8">
                    <meta name="viewport" content="width=device-width">
                    <meta name="color-scheme" content="light dark">
                    <title>This page cannot be shown</title>
                    <link rel="icon" href="data:,">
                    </head>
                    <body>
                    <main data-findings="shown">
                    <h1>This page cannot be shown</h1>
                    <p>Correct the file and save it: this page reloads by itself.</p>
                    <ul>
                    """, broken.body().substring(0, broken.body().indexOf("<li>")));
            assertTrue(
                    broken.body()
                            .contains(
                                    "<li><code>templates/layouts/page.peb:2</code> error TH001: the template cannot be"
                                            + " rendered: "),
                    broken.body());
            assertTrue(broken.body().contains("nonsense"), broken.body());
            assertTrue(
                    broken.body()
                            .contains("<br>Fix: correct the template; the variables there are stand in the guide to"
                                    + " templates</li>"),
                    broken.body());
            assertTrue(broken.body().endsWith("<script src=\"/_tier0/reload.js\" defer></script>\n</body>\n</html>\n"));
            assertEquals(200, get("/").statusCode(), "another layout");
            files.write("templates/layouts/page.peb", "<p>{{ page.title }}");
            assertEquals("all", told.take());
            assertEquals("data: *", nextData(events));
        }
        HttpResponse<String> mended = get("/ops/vault.html");
        assertEquals(200, mended.statusCode());
        assertEquals("<p>Vault<script src=\"/_tier0/reload.js\" defer></script>\n", mended.body());
    }

    @Test
    void aTemplateThatIncludesItselfIsExplainedToo() throws Exception {
        files.write("templates/layouts/home.peb", "{% include \"layouts/home.peb\" %}");
        assertEquals("all", told.take());
        HttpResponse<String> broken = get("/");
        assertEquals(500, broken.statusCode());
        assertTrue(broken.body().contains("the template includes or calls itself without end"), broken.body());
    }

    @Test
    void openPagesAreToldWhichPagesChanged() throws Exception {
        try (BufferedReader events = events()) {
            files.write("content/ops/vault.md", "# Vault\n\nSealed.\n\n![Plan](../plan.svg)\n");
            assertEquals("ops/vault.html", told.take());
            assertEquals("data: ops/vault.html", nextData(events));
        }
        assertTrue(get("/ops/vault").body().contains("Sealed."));
    }

    @Test
    void wrongSettingsAreToldAndTheOldSiteIsServedOn() throws Exception {
        files.write("site.yaml", "titel: X\n");
        assertEquals("site.yaml:1:1: unknown setting \"titel\"; did you mean \"title\"?", told.take());
        assertEquals(200, get("/").statusCode());
    }

    @Test
    void findingsOfAPageAreGivenToItsScript() throws Exception {
        assertEquals("[]", get("/_tier0/findings?page=/nope").body());
        files.write("content/ops/vault.md", "# Vault\n\n[x](nope.md)\n");
        assertFalse(told.take().isEmpty());
        String found = get("/_tier0/findings?page=/ops/vault.html").body();
        assertTrue(
                found.contains("\"where\": \"content/ops/vault.md:3:1 LK001\","
                        + " \"what\": \"link target nope.md does not exist\""),
                found);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + preview.address().getPort() + path);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** The events an open page waits for; the first line has been read, so that the server knows the page. */
    private BufferedReader events() throws IOException, InterruptedException {
        InputStream in = client.send(
                        HttpRequest.newBuilder(at("/_tier0/events")).build(), HttpResponse.BodyHandlers.ofInputStream())
                .body();
        BufferedReader events = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        assertEquals("retry: 500", events.readLine());
        return events;
    }

    private static String nextData(BufferedReader events) throws IOException {
        String line = Objects.requireNonNull(events.readLine());
        while (!line.startsWith("data:")) {
            line = Objects.requireNonNull(events.readLine());
        }
        return line;
    }

    private String firstLine(String host) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), preview.address().getPort())) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(20));
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }
}
