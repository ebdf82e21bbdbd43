package dev.tierzero.kpi.collect;

import static dev.tierzero.kpi.collect.Fault.invalid;
import static dev.tierzero.kpi.collect.Fault.json;
import static dev.tierzero.kpi.collect.Faults.GOOD;
import static dev.tierzero.kpi.collect.Faults.HEAD;
import static dev.tierzero.kpi.collect.Faults.LARGE;
import static dev.tierzero.kpi.collect.Faults.LOGIN;
import static dev.tierzero.kpi.collect.Faults.NOT_JSON;
import static dev.tierzero.kpi.collect.Faults.PAGE;
import static dev.tierzero.kpi.collect.Faults.PEOPLE;

import dev.tierzero.kpi.model.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Answers whose bytes are wrong before a value is looked for. */
final class FaultyBodies {

    private FaultyBodies() {}

    static List<Fault> all() {
        return Stream.of(types(), sizes(), documents()).flatMap(List::stream).toList();
    }

    private static List<Fault> types() {
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        return List.of(
                invalid(
                        "login-page",
                        LOGIN,
                        e -> e.ok("text/html; charset=utf-8", PAGE.getBytes(StandardCharsets.UTF_8))),
                json("login-page-as-json", State.INVALID, NOT_JSON, PAGE),
                invalid("json-as-text", LOGIN, e -> e.ok("text/plain", good)),
                invalid("other-charset", LOGIN, e -> e.ok("application/json; charset=utf-16", good)),
                invalid(
                        "no-type",
                        LOGIN,
                        e -> e.write("HTTP/1.1 200 OK\r\nContent-Length: " + good.length + "\r\n\r\n" + GOOD)),
                invalid(
                        "two-types",
                        "the answer says content-type more than once",
                        e -> e.write(HEAD + "Content-Type: text/html\r\nContent-Length: " + good.length + "\r\n\r\n"
                                + GOOD)),
                invalid(
                        "utf-16",
                        "the answer is not UTF-8",
                        e -> e.ok("application/json", GOOD.getBytes(StandardCharsets.UTF_16))),
                invalid(
                        "other-compression",
                        "the answer is compressed in a way that was not asked for",
                        e -> e.write(
                                HEAD + "Content-Encoding: br\r\nContent-Length: " + good.length + "\r\n\r\n" + GOOD)),
                new Fault(
                        "vendor-json",
                        Fault.JSON,
                        java.util.Optional.of(e -> e.ok("application/vnd.metrics+json;charset=UTF-8", good)),
                        State.FRESH,
                        ""),
                json("byte-order-mark", State.FRESH, "", "\uFEFF" + GOOD));
    }

    private static List<Fault> sizes() {
        byte[] zeros = new byte[64 * 1024];
        byte[] bomb = bomb();
        return List.of(
                invalid("one-gigabyte", LARGE, e -> {
                    e.write(HEAD + "Content-Length: 1073741824\r\n\r\n");
                    for (int i = 0; i < 16_384; i++) {
                        e.write(zeros);
                    }
                }),
                invalid("endless-chunks", LARGE, e -> {
                    e.write(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
                    while (true) {
                        e.write("10000\r\n");
                        e.write(zeros);
                        e.write("\r\n");
                    }
                }),
                invalid("gzip-bomb", LARGE, e -> compressed(e, bomb)),
                invalid(
                        "broken-gzip",
                        "the answer is damaged: it cannot be decompressed",
                        e -> compressed(e, new byte[100])),
                new Fault("gzip", Fault.JSON, java.util.Optional.of(e -> compressed(e, gzip(GOOD))), State.FRESH, ""),
                json("many-digits", State.INVALID, NOT_JSON, "{\"value\": " + "9".repeat(200_000) + "}"),
                json("deep-nesting", State.INVALID, NOT_JSON, "[".repeat(100_000) + "]".repeat(100_000)),
                json("long-text", State.INVALID, NOT_JSON, "{\"value\": \"" + "a".repeat(70_000) + "\"}"));
    }

    private static List<Fault> documents() {
        return List.of(
                json("empty-body", State.INVALID, "the answer is empty", ""),
                json("truncated", State.INVALID, NOT_JSON, "{\"value\": 79.5, \"at\": \"2026-11-"),
                json("two-documents", State.INVALID, NOT_JSON, GOOD + GOOD),
                json("key-twice", State.INVALID, NOT_JSON, "{\"value\": 79.5, \"value\": 99, \"at\": \"2026-11-20\"}"),
                json("nan", State.INVALID, NOT_JSON, "{\"value\": NaN, \"at\": \"2026-11-20\"}"),
                json("infinity", State.INVALID, NOT_JSON, "{\"value\": Infinity, \"at\": \"2026-11-20\"}"),
                json("comment", State.INVALID, NOT_JSON, "/* */ " + GOOD),
                json(
                        "e-mail",
                        State.INVALID,
                        PEOPLE,
                        "{\"value\": 79.5, \"at\": \"2026-11-20\", \"by\": \"jo.doe@aibox.example\"}"),
                json(
                        "person",
                        State.INVALID,
                        PEOPLE,
                        "{\"value\": 79.5, \"at\": \"2026-11-20\", \"rows\": [{\"userName\": \"jo\"}]}"),
                json(
                        "laptop",
                        State.INVALID,
                        PEOPLE,
                        "{\"value\": 79.5, \"at\": \"2026-11-20\", \"hostname\": \"lt-4711\"}"));
    }

    private static void compressed(FaultServer.Exchange exchange, byte[] body) throws IOException {
        exchange.write(HEAD + "Content-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n");
        exchange.write(body);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream stream = new GZIPOutputStream(bytes)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** 128 MiB of zeros, which compress to less than the size that is taken. */
    private static byte[] bomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] block = new byte[1024 * 1024];
        try (OutputStream stream = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 128; i++) {
                stream.write(block);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
