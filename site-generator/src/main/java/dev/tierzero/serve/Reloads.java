package dev.tierzero.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Open pages that wait for a word (server-sent events, HTML Standard §9.2). */
final class Reloads {

    /** A comment this often finds out connections that have gone. */
    private static final long HEARTBEAT_SECONDS = 20;

    private static final String END = "";

    private final Set<BlockingQueue<String>> open = ConcurrentHashMap.newKeySet();

    /** Keeps a connection until its page goes. */
    void listen(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        open.add(queue);
        try (OutputStream out = exchange.getResponseBody()) {
            write(out, "retry: 500\n\n");
            String event = queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            while (!END.equals(event)) {
                write(out, event == null ? ": still here\n\n" : event);
                event = queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            // The page was closed or reloaded: there is nobody to tell.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(queue);
        }
    }

    /** Tells every page which output paths look different; empty means all. */
    void send(Set<String> hrefs) {
        String event = "event: reload\ndata: " + (hrefs.isEmpty() ? "*" : String.join(" ", hrefs)) + "\n\n";
        open.forEach(queue -> queue.add(event));
    }

    void close() {
        open.forEach(queue -> queue.add(END));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
