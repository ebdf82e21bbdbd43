package dev.tierzero.kpi.collect;

import static dev.tierzero.kpi.collect.Fault.csv;
import static dev.tierzero.kpi.collect.Fault.grouped;
import static dev.tierzero.kpi.collect.Fault.invalid;
import static dev.tierzero.kpi.collect.Fault.json;
import static dev.tierzero.kpi.collect.Fault.prometheus;
import static dev.tierzero.kpi.collect.Fault.unreachable;

import dev.tierzero.kpi.model.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** All the ways in which a source goes wrong, and a few in which it does not. */
final class Faults {

    static final String GOOD = "{\"value\": 79.5, \"at\": \"2026-11-20T10:00:00Z\", \"group\": 171}";

    private static final String LATE = "no answer within 3 s";
    private static final String NOT_JSON = "the answer is not JSON, or more of it than a figure needs";
    private static final String NO_NUMBER = "the value is not a number, or not a finite one";
    private static final String LARGE = "the answer is larger than 256 KB";
    private static final String LOGIN = "the answer is not of the type expected, perhaps a page to log in";
    private static final String PEOPLE = "the answer holds data about single people";
    private static final String PAGE = "<!doctype html><title>Log in</title><form method=post>…</form>";
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private Faults() {}

    static List<Fault> all() {
        return Stream.of(slow(), statuses(), types(), sizes(), documents(), values(), tables(), series())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> slow() {
        return List.of(
                unreachable("silent", LATE, FaultServer.Exchange::hang),
                unreachable("slow-loris-headers", LATE, exchange -> {
                    exchange.write(HEAD);
                    for (int i = 0; !exchange.pause(); i++) {
                        exchange.write("X-Header-" + i + ": more\r\n");
                    }
                }),
                unreachable("dripping-body", LATE, exchange -> {
                    exchange.write(HEAD + "Content-Length: 100000\r\n\r\n");
                    while (!exchange.pause()) {
                        exchange.write(" ");
                    }
                }),
                unreachable("stalled-body", LATE, exchange -> {
                    exchange.write(HEAD + "Content-Length: 100\r\n\r\n{\"value\": 79.5,");
                    exchange.hang();
                }),
                unreachable("dripping-chunks", LATE, exchange -> {
                    exchange.write(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
                    while (!exchange.pause()) {
                        exchange.write("1\r\n \r\n");
                    }
                }));
    }

    private static List<Fault> statuses() {
        String refused = "the source refused the token, or wants one (HTTP 40%d)";
        String failed = "the source answered with an error (HTTP %d)";
        String elsewhere = "the source sent elsewhere (HTTP 302), which is not followed";
        return List.of(
                unreachable("http-500", failed.formatted(500), e -> e.status("500 Internal Server Error")),
                unreachable(
                        "http-503", failed.formatted(503), e -> e.status("503 Service Unavailable", "Retry-After: 1")),
                unreachable(
                        "http-401", refused.formatted(1), e -> e.status("401 Unauthorized", "WWW-Authenticate: Basic")),
                unreachable("http-403", refused.formatted(3), e -> e.status("403 Forbidden")),
                unreachable("http-404", failed.formatted(404), e -> e.status("404 Not Found")),
                unreachable("http-204", failed.formatted(204), e -> e.status("204 No Content")),
                unreachable(
                        "redirect-to-metadata",
                        elsewhere,
                        e -> e.status("302 Found", "Location: http://169.254.169.254/latest/")),
                unreachable(
                        "redirect-to-itself", elsewhere, e -> e.status("302 Found", "Location: /redirect-to-itself")),
                unreachable("reset-in-body", "the connection broke", e -> {
                    e.write(HEAD + "Content-Length: 100\r\n\r\n{\"value\"");
                    e.socket().setSoLinger(true, 0);
                }),
                unreachable(
                        "closed-in-body",
                        "the connection broke",
                        e -> e.write(HEAD + "Content-Length: 100\r\n\r\n" + GOOD)),
                unreachable("closed-at-once", "the connection broke", e -> e.socket()
                        .close()),
                unreachable("not-http", "the connection broke", e -> e.write("SSH-2.0-OpenSSH_9.2\r\n")));
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

    private static List<Fault> values() {
        String outside = "the value is outside 0 to 100";
        return List.of(
                json(
                        "null",
                        State.NO_DATA,
                        "the answer has no value at the place declared",
                        "{\"value\": null, \"at\": \"2026-11-20\"}"),
                json(
                        "elsewhere",
                        State.NO_DATA,
                        "the answer has no value at the place declared",
                        "{\"figure\": 79.5, \"at\": \"2026-11-20\"}"),
                json("text", State.INVALID, NO_NUMBER, "{\"value\": \"79.5\", \"at\": \"2026-11-20\"}"),
                json("truth", State.INVALID, NO_NUMBER, "{\"value\": true, \"at\": \"2026-11-20\"}"),
                json("list", State.INVALID, NO_NUMBER, "{\"value\": [79.5], \"at\": \"2026-11-20\"}"),
                json("1e999", State.INVALID, NO_NUMBER, "{\"value\": 1e999, \"at\": \"2026-11-20\"}"),
                json("1e99", State.INVALID, "the value is too large", "{\"value\": 1e99, \"at\": \"2026-11-20\"}"),
                json("negative-share", State.INVALID, outside, "{\"value\": -1, \"at\": \"2026-11-20\"}"),
                json("more-than-all", State.INVALID, outside, "{\"value\": 100.1, \"at\": \"2026-11-20\"}"),
                json(
                        "future",
                        State.INVALID,
                        "it was observed in the future",
                        "{\"value\": 79.5, \"at\": \"2026-11-20T12:06:00Z\"}"),
                json("skewed-clock", State.FRESH, "", "{\"value\": 79.5, \"at\": \"2026-11-20T12:04:00Z\"}"),
                json(
                        "no-time",
                        State.INVALID,
                        "the answer has no time of observation at the place declared",
                        "{\"value\": 79.5}"),
                json(
                        "bad-time",
                        State.INVALID,
                        "the time of observation is not a time",
                        "{\"value\": 79.5, \"at\": \"yesterday\"}"),
                grouped("small-group", State.NO_DATA, "withheld: group smaller than 5", GOOD.replace("171", "4")),
                grouped(
                        "no-group",
                        State.NO_DATA,
                        "the answer has no value at the place declared",
                        GOOD.replace("group", "size")),
                grouped(
                        "half-a-person",
                        State.INVALID,
                        "the size of the group is not a whole number",
                        GOOD.replace("171", "7.5")),
                grouped("group", State.FRESH, "", GOOD));
    }

    private static List<Fault> tables() {
        String head = "week,share,developers\n";
        String row = "2026-11-20T10:00:00Z,79.5,171\n";
        return List.of(
                csv("csv", State.FRESH, "", head + row),
                csv(
                        "csv-with-mark-and-quotes",
                        State.FRESH,
                        "",
                        "\uFEFFweek,\"share\",developers\r\n\"2026-11-20 10:00:00+00\",\"79.5\",171\r\n"),
                new Fault(
                        "csv-login-page",
                        Fault.CSV,
                        java.util.Optional.of(e -> e.ok("text/html", PAGE.getBytes(StandardCharsets.UTF_8))),
                        State.INVALID,
                        LOGIN),
                csv("csv-login-page-as-csv", State.INVALID, "the answer lacks a column that is declared", PAGE),
                csv("csv-empty", State.NO_DATA, "the answer is empty", ""),
                csv("csv-no-rows", State.NO_DATA, "the answer has no value", head),
                csv(
                        "csv-ragged",
                        State.INVALID,
                        "the answer has rows of different lengths",
                        head + "2026-11-20,79.5\n"),
                csv(
                        "csv-column-twice",
                        State.INVALID,
                        "the answer names a column twice",
                        "week,share,share\n2026-11-20,79.5,80\n"),
                csv("csv-open-quote", State.INVALID, "the answer is not CSV", head + "\"2026-11-20,79.5,171\n"),
                csv("csv-person", State.INVALID, PEOPLE, "week,share,developers,user_email\n2026-11-20,79.5,171,x\n"),
                csv(
                        "csv-e-mail",
                        State.INVALID,
                        PEOPLE,
                        "week,share,developers,remark\n2026-11-20,79.5,171,ask jo@aibox.example\n"),
                csv(
                        "csv-small-group",
                        State.NO_DATA,
                        "withheld: group smaller than 5",
                        head + "2026-11-20T10:00:00Z,79.5,4\n"),
                csv("csv-formula", State.INVALID, NO_NUMBER, head + "2026-11-20,=1+1,171\n"));
    }

    private static List<Fault> series() {
        String one = "{\"metric\":{},\"value\":[1795168800,\"79.5\"]}";
        String vector = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[%s]}}";
        String other = "the answer is not one of Prometheus";
        return List.of(
                prometheus("series", State.FRESH, "", vector.formatted(one)),
                prometheus("empty-series", State.NO_DATA, "the query finds no series", vector.formatted("")),
                prometheus(
                        "two-series",
                        State.INVALID,
                        "the query finds 2 series; one is expected",
                        vector.formatted(one + "," + one)),
                prometheus("nan-sample", State.INVALID, NO_NUMBER, vector.formatted(one.replace("79.5", "NaN"))),
                prometheus("infinite-sample", State.INVALID, NO_NUMBER, vector.formatted(one.replace("79.5", "+Inf"))),
                prometheus("number-sample", State.INVALID, other, vector.formatted(one.replace("\"79.5\"", "79.5"))),
                prometheus(
                        "error-status",
                        State.INVALID,
                        other,
                        "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"x\"}"),
                prometheus("other-json", State.INVALID, other, GOOD),
                prometheus(
                        "text-result",
                        State.INVALID,
                        other,
                        vector.formatted(one).replace("vector", "string")),
                prometheus(
                        "user-label", State.INVALID, PEOPLE, vector.formatted(one.replace("{}", "{\"user\":\"jo\"}"))),
                prometheus(
                        "future-sample",
                        State.INVALID,
                        "it was observed in the future",
                        vector.formatted(one.replace("1795168800", "1795255200"))));
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
