package dev.tierzero.query;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Asks what a site's search tests ask, and says which pages are not found where they have to be. */
public final class SearchGate {

    /** Changes with what the findings say. */
    private static final String FORMAT = "search gate 1";

    /** Fewer tests are through before a second engine is warm. */
    private static final int WORTH_A_THREAD = 40;

    /** Fewer tests are through before a compiled engine is warm. */
    private static final int WORTH_COMPILING = 8;

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final EngineText engine;
    private final IndexFiles files;
    private final TestedPages pages;
    private final int threads;

    /**
     * What the tests gave.
     *
     * @param diagnostics one for each test that fails, or one about the engine
     * @param ranks to be given to the next run
     */
    public record Result(List<Diagnostic> diagnostics, Ranks ranks) {

        /** Copies. */
        public Result {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * Prepares the tests; nothing is read or started yet.
     *
     * @param pages output paths of what can be found, by path below the content folder
     * @param threads at most, at least 1
     */
    public SearchGate(EngineText engine, IndexFiles files, Map<String, String> pages, int threads) {
        this.engine = engine;
        this.files = files;
        this.pages = TestedPages.of(pages);
        this.threads = threads;
    }

    /** Names all that a result depends on but the ranks before: the same key, the same findings. */
    public static String key(String gen, EngineText engine, SearchTests tests, Map<String, String> pages) {
        String all = String.join(
                "\n",
                FORMAT,
                gen,
                engine.file(),
                engine.text(),
                tests.tests().toString(),
                new TreeMap<>(pages).toString());
        return Sha256.hex(all.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Runs the tests.
     *
     * @param before the ranks of the last run
     * @throws IOException when the index cannot be read
     */
    public Result run(SearchTests tests, Ranks before) throws IOException {
        try {
            List<Outcome> outcomes = outcomes(tests.tests());
            List<Diagnostic> found = new ArrayList<>();
            SortedMap<String, Integer> ranks = new TreeMap<>();
            for (Outcome outcome : outcomes) {
                Optional<Integer> was = before.of(outcome.test());
                outcome.failure(was).ifPresent(found::add);
                // A test that fails keeps the rank it had, so that each run says how far its page has fallen.
                (outcome.failed() ? was : Optional.of(outcome.rank()))
                        .ifPresent(rank -> ranks.put(Ranks.key(outcome.test()), rank));
            }
            return new Result(found, new Ranks(ranks));
        } catch (EngineException e) {
            return new Result(List.of(e.diagnostic()), before);
        }
    }

    private List<Outcome> outcomes(List<SearchTests.Test> tests) throws IOException, EngineException {
        if (tests.isEmpty()) {
            return List.of();
        }
        QueryEngine made =
                tests.size() < WORTH_COMPILING ? QueryEngine.forFew(engine, LIMIT) : QueryEngine.forMany(engine, LIMIT);
        int shares = Math.max(1, Math.min(threads, tests.size() / WORTH_A_THREAD));
        if (shares == 1) {
            return share(made, tests, 0, 1);
        }
        ExecutorService pool = Executors.newFixedThreadPool(shares);
        try {
            List<CompletableFuture<List<Outcome>>> running = IntStream.range(0, shares)
                    .mapToObj(first -> CompletableFuture.supplyAsync(() -> shareOf(made, tests, first, shares), pool))
                    .toList();
            List<List<Outcome>> done =
                    running.stream().map(CompletableFuture::join).toList();
            return IntStream.range(0, tests.size())
                    .mapToObj(i -> done.get(i % shares).get(i / shares))
                    .toList();
        } catch (CompletionException e) {
            throw unwrapped(e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Every so many tests from the first. */
    private List<Outcome> share(QueryEngine made, List<SearchTests.Test> tests, int first, int step)
            throws IOException, EngineException {
        Answerer answerer = whole(made.open(files));
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = first; i < tests.size(); i += step) {
            outcomes.add(Outcome.of(tests.get(i), pages, answerer));
        }
        return outcomes;
    }

    /** The whole index is there: an answer without a part of it is the engine's fault. */
    private Answerer whole(Answerer answerer) {
        return (query, options) -> {
            Answer answer = answerer.answer(query, options);
            if (answer.partial()) {
                throw new EngineException(
                        SourcePosition.ofFile(engine.file()), "it leaves out a part of the index, which is whole");
            }
            return answer;
        };
    }

    private List<Outcome> shareOf(QueryEngine made, List<SearchTests.Test> tests, int first, int step) {
        try {
            return share(made, tests, first, step);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (EngineException e) {
            throw new CompletionException(e);
        }
    }

    private static RuntimeException unwrapped(CompletionException e) throws IOException, EngineException {
        if (e.getCause() instanceof EngineException engine) {
            throw engine;
        }
        if (e.getCause() instanceof UncheckedIOException io) {
            throw io.getCause();
        }
        return e;
    }
}
