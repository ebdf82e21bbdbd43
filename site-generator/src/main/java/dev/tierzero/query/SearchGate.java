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

    /** Below it a second engine costs more to warm than it answers. */
    private static final int WORTH_A_THREAD = 40;

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final String engine;
    private final Opening opening;
    private final TestedPages pages;
    private final int threads;

    /** Opens an index, for one thread. */
    @FunctionalInterface
    interface Opening {

        /** Opens it; called once for each thread. */
        Answerer open() throws IOException, EngineException;
    }

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
        this(engine.file(), new CompiledOnce(engine, files)::open, pages, threads);
    }

    SearchGate(String engine, Opening opening, Map<String, String> pages, int threads) {
        this.engine = engine;
        this.opening = opening;
        this.pages = TestedPages.of(pages);
        this.threads = threads;
    }

    /** The engine is compiled when it is needed, for all threads. */
    private static final class CompiledOnce {
        private final EngineText text;
        private final IndexFiles files;
        private Optional<QueryEngine> compiled = Optional.empty();

        CompiledOnce(EngineText text, IndexFiles files) {
            this.text = text;
            this.files = files;
        }

        Answerer open() throws IOException, EngineException {
            return compiled().open(files);
        }

        private synchronized QueryEngine compiled() throws EngineException {
            QueryEngine now = compiled.isPresent() ? compiled.get() : QueryEngine.of(text, LIMIT);
            compiled = Optional.of(now);
            return now;
        }
    }

    /** Names all that a result depends on but the ranks before: the same key, the same findings. */
    public static String key(String gen, EngineText engine, SearchTests tests) {
        String all = String.join("\n", FORMAT, gen, engine.file(), engine.text(), tests.tests().toString());
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
        int shares = Math.max(1, Math.min(threads, tests.size() / WORTH_A_THREAD));
        if (tests.isEmpty() || shares == 1) {
            return tests.isEmpty() ? List.of() : share(tests, 0, 1);
        }
        ExecutorService pool = Executors.newFixedThreadPool(shares);
        try {
            List<CompletableFuture<List<Outcome>>> running = IntStream.range(0, shares)
                    .mapToObj(first -> CompletableFuture.supplyAsync(() -> shareOf(tests, first, shares), pool))
                    .toList();
            List<List<Outcome>> done = running.stream().map(CompletableFuture::join).toList();
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
    private List<Outcome> share(List<SearchTests.Test> tests, int first, int step) throws IOException, EngineException {
        Answerer answerer = opening.open();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = first; i < tests.size(); i += step) {
            outcomes.add(Outcome.of(tests.get(i), pages, whole(answerer)));
        }
        return outcomes;
    }

    /** The whole index is there: an answer without a part of it is the engine's fault. */
    private Answerer whole(Answerer answerer) {
        return (query, options) -> {
            Answer answer = answerer.answer(query, options);
            if (answer.partial()) {
                throw new EngineException(
                        SourcePosition.ofFile(engine), "it leaves out a part of the index, which is whole");
            }
            return answer;
        };
    }

    private List<Outcome> shareOf(List<SearchTests.Test> tests, int first, int step) {
        try {
            return share(tests, first, step);
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
