package dev.tierzero.kpi.collect;

import static dev.tierzero.kpi.collect.Fault.csv;
import static dev.tierzero.kpi.collect.Fault.grouped;
import static dev.tierzero.kpi.collect.Fault.json;
import static dev.tierzero.kpi.collect.Fault.prometheus;
import static dev.tierzero.kpi.collect.Fault.unreachable;

import dev.tierzero.kpi.model.State;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** All the ways in which a source goes wrong, and a few in which it does not. */
final class Faults {

    static final String GOOD = "{\"value\": 79.5, \"at\": \"2026-11-20T10:00:00Z\", \"group\": 171}";

    private static final String LATE = "no answer within 3 s";
    static final String NOT_JSON = "the answer is not JSON, or more of it than a figure needs";
    static final String NO_NUMBER = "the value is not a number, or not a finite one";
    static final String LARGE = "the answer is larger than 256 KB";
    static final String LOGIN = "the answer is not of the type expected, perhaps a page to log in";
    static final String PEOPLE = "the answer holds data about single people";
    static final String PAGE = "<!doctype html><title>Log in</title><form method=post>…</form>";
    static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private Faults() {}

    static List<Fault> all() {
        return Stream.of(slow(), statuses(), FaultyBodies.all(), values(), tables(), series())
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
}
