package dev.tierzero.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** A preview of a small site on a free port, asked over HTTP. */
final class RunningPreview implements AutoCloseable {

    private final TestSite files;
    private final Preview preview;
    private final Thread thread;
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();

    RunningPreview(Path folder) throws IOException, SettingsException {
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

    TestSite files() {
        return files;
    }

    int port() {
        return preview.address().getPort();
    }

    /** Waits for the next word of the watch: the output paths that changed, {@code all}, or why nothing did. */
    String told() throws InterruptedException {
        return told.take();
    }

    @Override
    public void close() throws IOException {
        preview.close();
        // The watch ends with it.
        thread.interrupt();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + preview.address().getPort() + path);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** The events an open page waits for; the first line has been read, so that the server knows the page. */
    BufferedReader events() throws IOException, InterruptedException {
        InputStream in = client.send(
                        HttpRequest.newBuilder(at("/_tier0/events")).build(), HttpResponse.BodyHandlers.ofInputStream())
                .body();
        BufferedReader events = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        assertEquals("retry: 500", events.readLine());
        return events;
    }

    static String nextData(BufferedReader events) throws IOException {
        String line = Objects.requireNonNull(events.readLine());
        while (!line.startsWith("data:")) {
            line = Objects.requireNonNull(events.readLine());
        }
        return line;
    }

    /** The first line of the answer to a request with a Host header. */
    String firstLine(String host) throws IOException {
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

    /** The answer to a request of another method. */
    HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
