package dev.tierzero.kpi.collect;

import dev.tierzero.api.CollectRequest;
import dev.tierzero.api.DataNode;
import dev.tierzero.kpi.model.Kpi;
import java.net.URI;
import java.sql.Driver;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Asks all sources at once, until one common deadline. Nothing of it is loaded by an offline build. */
final class LiveSources {

    /** The time counts from here: the client costs some of it too. */
    private final long begun = System.nanoTime();

    private final CollectRequest request;
    private final Settings settings;
    private final ExecutorService threads = Executors.newCachedThreadPool(LiveSources::thread);
    private final Web web = new Web(threads);
    private final Flights<List<String>, Table> databases = new Flights<>();

    LiveSources(CollectRequest request, Settings settings) {
        this.request = request;
        this.settings = settings;
    }

    /**
     * What each source gave, in the order asked.
     *
     * @throws InterruptedException when the host ends the collection
     */
    Map<Kpi, Outcome> ask(List<Kpi> kpis) throws InterruptedException {
        Duration timeout = settings.timeout().compareTo(request.timeout()) < 0 ? settings.timeout() : request.timeout();
        long deadline = begun + timeout.toNanos();
        try {
            Map<Kpi, Future<List<Sample>>> running = new LinkedHashMap<>();
            kpis.forEach(kpi ->
                    running.put(kpi, threads.submit(() -> sampler(kpi, timeout).samples())));
            Map<Kpi, Outcome> outcomes = new LinkedHashMap<>();
            for (Map.Entry<Kpi, Future<List<Sample>>> entry : running.entrySet()) {
                outcomes.put(entry.getKey(), outcome(entry.getValue(), deadline, timeout));
            }
            return outcomes;
        } finally {
            // Interrupts whoever still waits; a driver that does not listen is left behind on its daemon thread.
            threads.shutdownNow();
        }
    }

    private static Outcome outcome(Future<List<Sample>> running, long deadline, Duration timeout)
            throws InterruptedException {
        try {
            return Outcome.of(running.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            running.cancel(true);
            return late(timeout);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NoValue reason) {
                return Outcome.of(reason);
            }
            if (e.getCause() instanceof InterruptedException) {
                // It shared the question of a source that was cancelled before it.
                return late(timeout);
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a source broke down", e.getCause());
        }
    }

    private static Outcome late(Duration timeout) {
        return Outcome.of(NoValue.unreachable("no answer within " + seconds(timeout)));
    }

    private static String seconds(Duration timeout) {
        return timeout.toMillis() % 1_000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "kpi-source");
        thread.setDaemon(true);
        return thread;
    }

    private Sampler sampler(Kpi kpi, Duration timeout) throws NoValue {
        DataNode data = kpi.source().data();
        return switch (kpi.source().type()) {
            case PROMETHEUS -> {
                Optional<Map.Entry<String, String>> header = header(data);
                yield new PrometheusSource(web, uri -> ask(uri, header, MediaType.JSON), data, request.now());
            }
            case HTTP_JSON -> new JsonSource(web, ask(address(kpi), header(data), MediaType.JSON), data);
            case CSV -> {
                Web.Ask ask = ask(address(kpi), header(data), MediaType.CSV);
                yield new CsvSource(() -> web.text(ask), data);
            }
            case SQL -> {
                SqlSource source = database(kpi, timeout);
                List<String> key = Stream.of("url", "query", "user", "password")
                        .map(name -> data.text(name).orElse(""))
                        .toList();
                yield () -> databases.get(key, source::table).samples(data);
            }
            case FILE -> throw new IllegalArgumentException(kpi.id() + " has no source to ask");
        };
    }

    private Web.Ask ask(URI uri, Optional<Map.Entry<String, String>> header, Set<String> types) {
        return new Web.Ask(uri, settings.allowsPrivate(uri.getHost(), Preflight.port(uri)), header, types);
    }

    private static URI address(Kpi kpi) {
        return Preflight.address(kpi.source()).orElseThrow();
    }

    private Optional<Map.Entry<String, String>> header(DataNode data) throws NoValue {
        Optional<String> token = secret(data.text("token"));
        if (token.isPresent() && !token.get().matches("[\\x21-\\x7E ]{1,8000}")) {
            throw NoValue.unreachable("the token cannot be sent as a header");
        }
        return token.map(t -> data.text("header")
                .map(name -> Map.entry(name, t))
                .orElseGet(() -> Map.entry("Authorization", "Bearer " + t)));
    }

    private SqlSource database(Kpi kpi, Duration timeout) throws NoValue {
        DataNode data = kpi.source().data();
        URI address = address(kpi);
        int port = Preflight.port(address);
        Properties credentials = new Properties();
        Optional<String> user =
                data.text("user").filter(u -> u.startsWith("env:")).isPresent()
                        ? secret(data.text("user"))
                        : data.text("user");
        user.ifPresent(u -> credentials.setProperty("user", u));
        secret(data.text("password")).ifPresent(p -> credentials.setProperty("password", p));
        return new SqlSource(
                request.services(Driver.class),
                data.text("url").orElseThrow(),
                address,
                settings.allowsPrivate(address.getHost(), port),
                settings.allowsPlain(address.getHost(), port),
                credentials,
                data.text("query").orElseThrow(),
                timeout);
    }

    private Optional<String> secret(Optional<String> reference) throws NoValue {
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        String name = reference.get().substring("env:".length());
        Optional<String> value = request.environment(name).filter(v -> !v.isBlank());
        if (value.isEmpty()) {
            throw NoValue.unasked(
                    "its token or password is not in the environment",
                    "set " + name
                            + " where the site is built, and list it in plugins.kpi-snapshot.environment in site.yaml");
        }
        return value.map(String::strip);
    }
}
