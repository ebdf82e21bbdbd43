package dev.tierzero.kpi.collect;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLException;

/**
 * Asks over HTTP, and takes nothing for granted: no redirect, cookie or proxy, one size limit before and one after decompression, only
 * the media types expected. It has no time limit of its own, because {@code HttpRequest.timeout} ends with the headers: whoever asks
 * is interrupted at the deadline, and the exchange is given up.
 */
final class Web {

    /**
     * A question.
     *
     * @param uri already checked against the allow-list
     * @param privateAllowed whether the host may have a private address
     * @param header a name and its secret value, if there is one
     * @param types media types that the answer may have
     */
    record Ask(URI uri, boolean privateAllowed, Optional<Map.Entry<String, String>> header, Set<String> types) {

        /** Without the header: it is secret. */
        @Override
        public String toString() {
            return "Ask[" + uri.getHost() + "]";
        }
    }

    private final HttpClient client;
    private final Flights<Ask, String> flights = new Flights<>();

    Web(Executor executor) {
        this.client = HttpClient.newBuilder()
                .executor(executor)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
    }

    /** The text of the answer, without a byte order mark. The same question is asked once. */
    String text(Ask ask) throws NoValue, InterruptedException {
        return flights.get(ask, () -> exchange(ask));
    }

    private String exchange(Ask ask) throws NoValue, InterruptedException {
        Addresses.check(bare(ask.uri().getHost()), ask.privateAllowed());
        CompletableFuture<HttpResponse<byte[]>> flight =
                client.sendAsync(request(ask), info -> new CappedBody(Encoded.MOST_BYTES));
        try {
            return text(flight.get(), ask.types());
        } catch (InterruptedException e) {
            flight.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw reason(e);
        }
    }

    private static HttpRequest request(Ask ask) throws NoValue {
        HttpRequest.Builder request = HttpRequest.newBuilder(ask.uri())
                .GET()
                .header(
                        "Accept",
                        String.join(", ", ask.types().stream().sorted().toList()))
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "tier0");
        if (ask.header().isPresent()) {
            try {
                request.header(ask.header().get().getKey(), ask.header().get().getValue());
            } catch (IllegalArgumentException e) {
                // The cause names the value.
                throw NoValue.unreachable("the token cannot be sent as a header");
            }
        }
        return request.build();
    }

    private static String text(HttpResponse<byte[]> response, Set<String> types) throws NoValue {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw NoValue.unreachable("the source refused the token, or wants one (HTTP " + status + ")");
        }
        if (status >= 300 && status < 400) {
            throw NoValue.unreachable("the source sent elsewhere (HTTP " + status + "), which is not followed");
        }
        if (status != 200) {
            throw NoValue.unreachable("the source answered with an error (HTTP " + status + ")");
        }
        String type = only(response, "content-type");
        if (!MediaType.isOne(type, types)) {
            throw NoValue.invalid("the answer is not of the type expected, perhaps a page to log in");
        }
        return Encoded.text(response.body(), only(response, "content-encoding"), Encoded.MOST_BYTES);
    }

    private static String only(HttpResponse<byte[]> response, String header) throws NoValue {
        List<String> values = response.headers().allValues(header);
        if (values.size() > 1) {
            throw NoValue.invalid("the answer says " + header + " more than once");
        }
        return values.isEmpty() ? "" : values.get(0);
    }

    private static NoValue reason(ExecutionException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CappedBody.TooLarge) {
                return NoValue.invalid("the answer is larger than " + Encoded.MOST_BYTES / 1024 + " KB");
            }
            if (cause instanceof SSLException) {
                return NoValue.unreachable("no TLS connection: the certificate is not one to trust for this host");
            }
            if (cause instanceof ConnectException) {
                return NoValue.unreachable("connection refused");
            }
        }
        if (failure.getCause() instanceof IOException) {
            return NoValue.unreachable("the connection broke");
        }
        return NoValue.unreachable("the source did not answer as a web server");
    }

    /** A host without the brackets of an IPv6 address. */
    static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** A text as it stands in the query of an address. */
    static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
