package dev.tierzero.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tierzero.engine.LiveSite;
import dev.tierzero.model.PercentCode;
import dev.tierzero.publish.ServiceWorker;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Serves a live site on 127.0.0.1 with the headers it will have on its host, and tells open pages to reload. Requests that name
 * another host are refused, so that no page of the web can read the preview through a host name of its own (DNS rebinding).
 */
final class PreviewServer implements AutoCloseable {

    private static final int PORTS_TRIED = 20;
    private static final String EVENTS = "/_tier0/events";
    private static final String SCRIPT = "/_tier0/reload.js";
    private static final String FINDINGS = "/_tier0/findings";
    private static final String WORKER = "/" + ServiceWorker.NAME;
    /** By this a page lets the browser keep it; nothing that is being written is kept. */
    private static final Pattern KEEPING = Pattern.compile("(<html[^>]*) data-offline");

    private static final String TAG = "<script src=\"" + SCRIPT + "\" defer></script>\n";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("json", "application/json; charset=utf-8"),
            Map.entry("xml", "application/xml; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("yaml", "text/plain; charset=utf-8"),
            Map.entry("yml", "text/plain; charset=utf-8"),
            Map.entry("vtt", "text/vtt; charset=utf-8"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("pdf", "application/pdf"));

    private final HttpServer server;
    private final LiveSite site;
    private final Reloads reloads = new Reloads();
    private final ExecutorService threads;

    /** Begins to serve on a port, or on the next free one after it. */
    PreviewServer(LiveSite site, int port) throws IOException {
        this.site = site;
        this.server = bound(port);
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            // Rendering a page can need a deep stack.
            Thread thread = new Thread(null, task, "tier0-serve-" + number.incrementAndGet(), 16L << 20);
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The address of the home page. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Tells open pages that some look different now; an empty set means all. */
    void reload(Set<String> hrefs) {
        reloads.send(hrefs);
    }

    private static HttpServer bound(int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        for (int i = 0; ; i++) {
            try {
                return HttpServer.create(new InetSocketAddress(loopback, port == 0 ? 0 : port + i), 0);
            } catch (BindException e) {
                if (i >= PORTS_TRIED) {
                    throw new IOException(
                            "ports " + port + " to " + (port + i) + " are all in use; name another with --port", e);
                }
            }
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            if (!isLocal(exchange)) {
                send(
                        exchange,
                        403,
                        "text/plain; charset=utf-8",
                        "This preview answers on 127.0.0.1 only.\n".getBytes(StandardCharsets.UTF_8));
                return;
            }
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, "text/plain; charset=utf-8", new byte[0]);
                return;
            }
            String path = exchange.getRequestURI().getPath();
            switch (path) {
                case EVENTS -> reloads.listen(exchange);
                case SCRIPT -> send(exchange, 200, type(".js"), script());
                case FINDINGS -> send(exchange, 200, type(".json"), findings(exchange));
                case WORKER -> send(exchange, 200, type(".js"), ServiceWorker.ended());
                default -> page(exchange, path.substring(1));
            }
        }
    }

    private static boolean isLocal(HttpExchange exchange) {
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("");
        String name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        return name.equals("127.0.0.1") || name.equals("localhost");
    }

    private void page(HttpExchange exchange, String path) throws IOException {
        String href = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
        Optional<byte[]> bytes = site.bytes(href);
        Optional<byte[]> pretty = bytes.isPresent() ? bytes : site.bytes(path + ".html");
        if (bytes.isPresent()) {
            found(exchange, 200, href, bytes.get());
        } else if (site.bytes(path + "/index.html").isPresent()) {
            exchange.getResponseHeaders().set("Location", "/" + PercentCode.encoded(path) + "/");
            send(exchange, 301, "text/plain; charset=utf-8", new byte[0]);
        } else if (pretty.isPresent()) {
            found(exchange, 200, path + ".html", pretty.get());
        } else {
            found(exchange, 404, "404.html", site.bytes("404.html").orElse(new byte[0]));
        }
    }

    private void found(HttpExchange exchange, int status, String href, byte[] bytes) throws IOException {
        if (!href.endsWith(".html")) {
            send(exchange, status, type(href), bytes);
        } else if (bytes.length > 0) {
            send(exchange, status, type(href), reloading(bytes));
        } else {
            send(exchange, 500, type(href), reloading(FailurePage.of(site.findings(href))));
        }
    }

    private byte[] findings(HttpExchange exchange) {
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        String page = query.startsWith("page=") ? query.substring("page=".length()) : "";
        String href = page.startsWith("/") ? page.substring(1) : page;
        String known = href.isEmpty() || href.endsWith("/") ? href + "index.html" : href;
        return FindingsJson.of(site.findings(known)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] script() throws IOException {
        try (InputStream in = PreviewServer.class.getResourceAsStream("reload.js")) {
            if (in == null) {
                throw new IllegalStateException("reload.js is missing in the jar");
            }
            return in.readAllBytes();
        }
    }

    /** The page with the script that reloads it; a template may have left the closing tags out. */
    private static byte[] reloading(byte[] page) {
        String html = KEEPING.matcher(new String(page, StandardCharsets.UTF_8)).replaceFirst("$1");
        int end = html.lastIndexOf("</body>");
        int at = end < 0 ? html.length() : end;
        return (html.substring(0, at) + TAG + html.substring(at)).getBytes(StandardCharsets.UTF_8);
    }

    private static String type(String href) {
        String extension = href.substring(href.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(extension, "application/octet-stream");
    }

    private void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        site.contentSecurityPolicy().replace("; upgrade-insecure-requests", ""));
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head && body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    @Override
    public void close() {
        reloads.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
