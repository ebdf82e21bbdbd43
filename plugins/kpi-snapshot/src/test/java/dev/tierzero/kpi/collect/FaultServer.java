package dev.tierzero.kpi.collect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on 127.0.0.1 that does to each path what it is told, byte by byte. */
final class FaultServer implements AutoCloseable {

    /** What is done to whoever asks for a path. */
    @FunctionalInterface
    interface Behaviour {
        void answer(Exchange exchange) throws IOException, InterruptedException;
    }

    /**
     * A connection whose request has been read.
     *
     * @param head of the request
     */
    record Exchange(Socket socket, String head, CountDownLatch closed) {

        OutputStream out() throws IOException {
            return socket.getOutputStream();
        }

        void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.UTF_8));
        }

        void write(byte[] bytes) throws IOException {
            out().write(bytes);
            out().flush();
        }

        /** Answers with 200. */
        void ok(String type, byte[] body) throws IOException {
            write("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length
                    + "\r\nConnection: close\r\n\r\n");
            write(body);
        }

        void json(String body) throws IOException {
            ok("application/json", body.getBytes(StandardCharsets.UTF_8));
        }

        void status(String line, String... headers) throws IOException {
            write("HTTP/1.1 " + line + "\r\nContent-Length: 0\r\nConnection: close\r\n");
            for (String header : headers) {
                write(header + "\r\n");
            }
            write("\r\n");
        }

        /** Waits until the server is closed. */
        void hang() throws InterruptedException {
            closed.await();
        }

        /** Waits a little; true when the server was closed meanwhile. */
        boolean pause() throws InterruptedException {
            return closed.await(50, TimeUnit.MILLISECONDS);
        }
    }

    private final ServerSocket socket;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Future<?> accepting;

    FaultServer() {
        this(plain());
    }

    FaultServer(ServerSocket socket) {
        this.socket = socket;
        this.accepting = threads.submit(this::accept);
    }

    private static ServerSocket plain() {
        try {
            return new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    FaultServer on(String path, Behaviour behaviour) {
        behaviours.put(path, behaviour);
        return this;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How often a path was asked for. */
    int asked(String path) {
        return asked.getOrDefault(path, new AtomicInteger()).get();
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                Socket connection = socket.accept();
                Future<?> unused = threads.submit(() -> serve(connection));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder head = new StringBuilder();
            for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                head.append(line).append('\n');
            }
            String[] words = head.toString().split("[ ?]", 3);
            String path = words.length > 1 ? words[1] : "";
            asked.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
            behaviours
                    .getOrDefault(path, exchange -> exchange.status("404 Not Found"))
                    .answer(new Exchange(connection, head.toString(), closed));
        } catch (IOException e) {
            // The client has gone: that is what most of these faults are about.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        accepting.cancel(true);
        threads.shutdownNow();
    }
}
