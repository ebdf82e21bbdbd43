package dev.tierzero.engine;

import dev.tierzero.api.CollectedData;
import dev.tierzero.api.DataCollector;
import dev.tierzero.api.Dataset;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Severity;
import dev.tierzero.extension.Extension;
import dev.tierzero.extension.Guard;
import dev.tierzero.extension.Redaction;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The data that collectors brought: all of them at once, each with its own time.
 *
 * @param data by the plugin's id
 * @param files for the data folder, by path below it, by the plugin's id
 * @param diagnostics of the collectors, and about them
 * @param outside whether there is something to ask outside the site's folder
 * @param asked whether it was asked; offline it is not
 */
record Collection(
        SortedMap<String, CollectedData> data,
        SortedMap<String, Map<String, String>> files,
        List<Diagnostic> diagnostics,
        boolean outside,
        boolean asked) {

    static final Collection NONE = new Collection(new TreeMap<>(), new TreeMap<>(), List.of(), false, false);

    /** A collector's answer may come so much later than its time before it is left behind. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    Collection {
        data = Collections.unmodifiableSortedMap(data);
        files = Collections.unmodifiableSortedMap(files);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Collects; takes the longest collector's time and one second at most. */
    static Collection of(Plugins plugins) {
        List<Extension> collectors = plugins.extensions().all().stream()
                .filter(extension -> extension.plugin() instanceof DataCollector)
                .toList();
        if (collectors.isEmpty()) {
            return NONE;
        }
        DataStore store = plugins.store();
        List<CompletableFuture<One>> running = new ArrayList<>();
        for (Extension collector : collectors) {
            CompletableFuture<One> one = new CompletableFuture<>();
            Thread thread = new Thread(() -> complete(one, collector, plugins, store), "collect " + collector.id());
            thread.setDaemon(true);
            thread.start();
            running.add(one);
        }
        return joined(running, !plugins.request().offline());
    }

    private static void complete(CompletableFuture<One> one, Extension collector, Plugins plugins, DataStore store) {
        try {
            one.complete(collected(collector, plugins, store));
        } catch (RuntimeException | Error e) {
            one.completeExceptionally(e);
        }
    }

    /** What one collector gave. */
    private record One(
            String id,
            Optional<CollectedData> data,
            Map<String, String> files,
            List<Diagnostic> diagnostics,
            boolean outside) {}

    /** What a collector says in its one call. */
    private record Brought(boolean outside, Dataset dataset) {}

    private static One collected(Extension collector, Plugins plugins, DataStore store) {
        Optional<CollectedData> previous = store.read(collector.id());
        Collecting request = Collecting.of(collector, plugins, previous);
        DataCollector plugin = (DataCollector) collector.plugin();
        Instant now = request.now();
        Guard.Answer<Brought> answer = Guard.call(
                collector,
                "collect",
                request.timeout().plus(GRACE),
                () -> new Brought(plugin.isLive(request), plugin.collect(request)));
        // One that failed is asked again, whatever it lives on.
        boolean outside = answer.value().map(Brought::outside).orElse(true);
        Redaction redaction = request.allowed().redaction();
        List<Diagnostic> found = new ArrayList<>();
        answer.diagnostics().forEach(d -> found.add(warning(d)));
        answer.value().ifPresent(brought -> found.addAll(brought.dataset().diagnostics()));
        List<Diagnostic> clean = found.stream().map(redaction::finding).toList();
        if (answer.value().isEmpty()) {
            String why = clean.stream().map(Diagnostic::message).findFirst().orElse("it failed");
            Optional<CollectedData> kept =
                    previous.map(p -> new CollectedData(p.text(), p.collectedAt(), Optional.of(why)));
            return new One(collector.id(), kept, Map.of(), clean, outside);
        }
        Dataset dataset = answer.value().get().dataset();
        CollectedData data = new CollectedData(redaction.text(dataset.text()), now, Optional.empty());
        if (outside && !request.isOffline()) {
            store.write(collector.id(), data);
        }
        Map<String, String> files = new TreeMap<>();
        dataset.files().forEach((path, text) -> files.put(path, redaction.text(text)));
        return new One(collector.id(), Optional.of(data), files, clean, outside);
    }

    /** What is outside must not stop a build of the pages that say how to repair it. */
    private static Diagnostic warning(Diagnostic failure) {
        return failure.severity() == Severity.ERROR
                ? Diagnostic.warning(failure.code(), failure.position(), failure.message(), failure.hint())
                : failure;
    }

    private static Collection joined(List<CompletableFuture<One>> running, boolean online) {
        SortedMap<String, CollectedData> data = new TreeMap<>();
        SortedMap<String, Map<String, String>> files = new TreeMap<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        boolean outside = false;
        for (CompletableFuture<One> future : running) {
            One one = arrived(future);
            one.data().ifPresent(d -> data.put(one.id(), d));
            files.put(one.id(), one.files());
            diagnostics.addAll(one.diagnostics());
            outside |= one.outside();
        }
        return new Collection(data, files, diagnostics, outside, outside && online);
    }

    /** The answer; what stopped it is about the folder of the site, so it is told as that. */
    private static One arrived(CompletableFuture<One> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io;
            }
            throw e;
        }
    }

    /**
     * Tells data from other data; empty when it follows from the files of the site. What an offline run kept is not what a source said:
     * the next run that may ask has to ask.
     */
    String mark() {
        if (!outside) {
            return "";
        }
        Digest digest = new Digest().add(asked ? "asked" : "kept");
        data.forEach((id, d) -> digest.add(id).add(d.text()).add(d.failure().orElse("")));
        return digest.hex();
    }
}
