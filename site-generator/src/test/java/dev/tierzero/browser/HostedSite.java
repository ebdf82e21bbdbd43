package dev.tierzero.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tierzero.portal.BuiltSite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A published folder on 127.0.0.1 as its host serves it: with the headers of {@code _headers} and the page {@code 404.html}. */
final class HostedSite implements AutoCloseable {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webp", "image/webp",
            "json", "application/json");

    private final String below;
    private volatile Path folder;
    private volatile List<Rule> rules;
    private volatile Duration pause = Duration.ZERO;
    private volatile boolean broken;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Fault fault = path -> true;

    /** What befalls a request before it is answered. */
    interface Fault {
        /** Whether there is such a file. */
        boolean has(String path) throws InterruptedException;
    }

    /** A header for the paths that begin with a prefix. */
    record Rule(String prefix, String name, String value) {}

    HostedSite(BuiltSite site) throws IOException {
        this(site.output(), "");
    }

    /** @param below path of the site on the host: empty, or with a slash at its end */
    HostedSite(Path folder, String below) throws IOException {
        this.below = "/" + below;
        this.folder = folder;
        this.rules = rules(Files.readString(folder.resolve("_headers")));
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The address of a page. */
    URI page(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + below + path);
    }

    /** Publishes another site in place of this one. */
    void publish(Path other) throws IOException {
        folder = other;
        rules = rules(Files.readString(other.resolve("_headers")));
    }

    /** From now on answers come late. */
    void slow(Duration before) {
        pause = before;
    }

    /** From now on every answer is an error of the host. */
    void fail() {
        broken = true;
    }

    /** From now on it answers as at first. */
    void recover() {
        broken = false;
    }

    /** From now on. */
    void set(Fault next) {
        fault = next;
    }

    /** Requests for paths with a part in them wait until the latch is opened. */
    CountDownLatch hold(String part) {
        CountDownLatch latch = new CountDownLatch(1);
        set(path -> {
            if (path.contains(part)) {
                latch.await();
            }
            return true;
        });
        return latch;
    }

    /** Reads Netlify's format: a path on a line of its own, then its headers, indented. */
    static List<Rule> rules(String text) {
        List<Rule> rules = new ArrayList<>();
        String prefix = "/";
        for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
            if (!line.startsWith(" ")) {
                prefix = line.strip().replaceFirst("\\*$", "");
                continue;
            }
            int colon = line.indexOf(':');
            rules.add(new Rule(
                    prefix,
                    line.substring(0, colon).strip(),
                    line.substring(colon + 1).strip()));
        }
        return rules;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            LockSupport.parkNanos(pause.toNanos());
            String asked = exchange.getRequestURI().getPath();
            String path = asked.startsWith(below) ? asked.substring(below.length() - 1) : "/_elsewhere";
            Optional<Path> file = fault.has(path) ? file(path) : Optional.empty();
            for (Rule rule : rules) {
                if (path.startsWith(rule.prefix())) {
                    exchange.getResponseHeaders().set(rule.name(), rule.value());
                }
            }
            Path answer = file.orElse(folder.resolve("404.html"));
            String name = answer.toString();
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain; charset=utf-8");
            exchange.getResponseHeaders().set("Content-Type", type);
            byte[] bytes = Files.readAllBytes(answer);
            exchange.sendResponseHeaders(broken ? 503 : file.isPresent() ? 200 : 404, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Path> file(String path) {
        Path file = folder.resolve(path.substring(1)).normalize();
        Path found = Files.isDirectory(file) ? file.resolve("index.html") : file;
        return found.startsWith(folder) && Files.isRegularFile(found) ? Optional.of(found) : Optional.empty();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
