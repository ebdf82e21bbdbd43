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
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The preview as a browser meets it: over HTTP, in this process. */
@Timeout(60)
class PreviewTest {

    private final RunningPreview preview;
    private final TestSite files;

    PreviewTest(@TempDir Path folder) throws IOException, SettingsException {
        this.preview = new RunningPreview(folder.toRealPath());
        this.files = preview.files();
    }

    @AfterEach
    void stop() throws IOException {
        preview.close();
    }

    @Test
    void pagesAreServedUnderTheirNamesAndTheirPrettyNames() throws Exception {
        for (String path : new String[] {"/", "/index.html", "/ops/vault.html", "/ops/vault", "/ops/", "/a-b"}) {
            HttpResponse<String> answer = preview.get(path);
            assertEquals(200, answer.statusCode(), path);
            assertEquals("text/html; charset=utf-8", RunningPreview.header(answer, "Content-Type"));
            assertTrue(answer.body().contains("<script src=\"/_tier0/reload.js\" defer></script>"), path);
        }
        HttpResponse<String> folder = preview.get("/ops");
        assertEquals(301, folder.statusCode());
        assertEquals("/ops/", RunningPreview.header(folder, "Location"));
        HttpResponse<String> drawing = preview.get("/plan.svg");
        assertEquals("image/svg+xml", RunningPreview.header(drawing, "Content-Type"));
        assertTrue(drawing.body().startsWith("<svg"), drawing.body());
        assertEquals("no-store", RunningPreview.header(drawing, "Cache-Control"));
        assertEquals("nosniff", RunningPreview.header(drawing, "X-Content-Type-Options"));
        assertTrue(RunningPreview.header(drawing, "Content-Security-Policy").startsWith("default-src 'none'; "));
    }

    @Test
    void whatIsNotThereIsTheSitesOwnPageOfThatName() throws Exception {
        for (String path :
                new String[] {"/nope", "/nope.png", "/ops/nope/", "/..%2f..%2fetc/passwd", "/content/a.md"}) {
            HttpResponse<String> answer = preview.get(path);
            assertEquals(404, answer.statusCode(), path);
            assertTrue(answer.body().contains("reload.js"), "a page written now shows by itself");
            assertTrue(answer.body().contains("href=\"/"), "links from the top: the page stands at any depth");
        }
    }

    @Test
    void onlyGetAndHeadAreAnswered() throws Exception {
        HttpResponse<String> refused = preview.send("POST", "/");
        assertEquals(405, refused.statusCode());
        assertEquals("GET, HEAD", RunningPreview.header(refused, "Allow"));
        HttpResponse<String> answer = preview.send("HEAD", "/");
        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
    }

    @Test
    void aRequestThatNamesAnotherHostIsRefused() throws IOException {
        assertEquals("HTTP/1.1 403 Forbidden", preview.firstLine("rebound.example"));
        assertEquals("HTTP/1.1 403 Forbidden", preview.firstLine("127.0.0.1.rebound.example"));
        assertEquals("HTTP/1.1 403 Forbidden", preview.firstLine(""));
        assertEquals("HTTP/1.1 200 OK", preview.firstLine("localhost:8400"));
    }

    @Test
    void aPortInUseIsPassedOver() throws Exception {
        int taken = preview.port();
        LiveSite site = LiveSite.load(files.request(), Progress.NONE);
        try (PreviewServer other = new PreviewServer(site, taken)) {
            assertTrue(other.address().getPort() > taken);
        }
    }

    @Test
    void aTemplateErrorIsExplainedInThePagesPlaceUntilItIsMended() throws Exception {
        try (BufferedReader events = preview.events()) {
            files.write("templates/layouts/page.peb", "<p>\n{{ page.nonsense }}\n</p>\n");
            assertEquals("all", preview.told());
            assertEquals("data: *", RunningPreview.nextData(events));
            HttpResponse<String> broken = preview.get("/ops/vault.html");
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
            assertEquals(200, preview.get("/").statusCode(), "another layout");
            files.write("templates/layouts/page.peb", "<p>{{ page.title }}");
            assertEquals("all", preview.told());
            assertEquals("data: *", RunningPreview.nextData(events));
        }
        HttpResponse<String> mended = preview.get("/ops/vault.html");
        assertEquals(200, mended.statusCode());
        assertEquals("<p>Vault<script src=\"/_tier0/reload.js\" defer></script>\n", mended.body());
    }

    @Test
    void aTemplateThatIncludesItselfIsExplainedToo() throws Exception {
        files.write("templates/layouts/home.peb", "{% include \"layouts/home.peb\" %}");
        assertEquals("all", preview.told());
        HttpResponse<String> broken = preview.get("/");
        assertEquals(500, broken.statusCode());
        assertTrue(broken.body().contains("the template includes or calls itself without end"), broken.body());
    }

    @Test
    void openPagesAreToldWhichPagesChanged() throws Exception {
        try (BufferedReader events = preview.events()) {
            files.write("content/ops/vault.md", "# Vault\n\nSealed.\n\n![Plan](../plan.svg)\n");
            assertEquals("ops/vault.html", preview.told());
            assertEquals("data: ops/vault.html", RunningPreview.nextData(events));
        }
        assertTrue(preview.get("/ops/vault").body().contains("Sealed."));
    }

    @Test
    void wrongSettingsAreToldAndTheOldSiteIsServedOn() throws Exception {
        files.write("site.yaml", "titel: X\n");
        assertEquals("site.yaml:1:1: unknown setting \"titel\"; did you mean \"title\"?", preview.told());
        assertEquals(200, preview.get("/").statusCode());
    }

    @Test
    void findingsOfAPageAreGivenToItsScript() throws Exception {
        assertEquals("[]", preview.get("/_tier0/findings?page=/nope").body());
        files.write("content/ops/vault.md", "# Vault\n\n[x](nope.md)\n");
        assertFalse(preview.told().isEmpty());
        String found = preview.get("/_tier0/findings?page=/ops/vault.html").body();
        assertTrue(
                found.contains("\"where\": \"content/ops/vault.md:3:1 LK001\","
                        + " \"what\": \"link target nope.md does not exist\""),
                found);
    }
}
