package dev.tierzero.engine;

import dev.tierzero.model.ContentType;
import dev.tierzero.search.SearchIndex;
import dev.tierzero.search.SearchSettings;
import dev.tierzero.site.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The search index of an assembled site: made once, when it is asked for, or beside other work. Safe for all threads. */
final class Searching {

    private final Inputs inputs;
    private final List<Page> pages;
    private Optional<CompletableFuture<SearchIndex>> making = Optional.empty();

    /** @param pages of the site */
    Searching(Inputs inputs, List<Page> pages) {
        this.inputs = inputs;
        this.pages = List.copyOf(pages);
    }

    /** Begins to make the index on another thread. */
    synchronized Searching begun() {
        if (making.isEmpty()) {
            making = Optional.of(CompletableFuture.supplyAsync(this::made));
        }
        return this;
    }

    private synchronized CompletableFuture<SearchIndex> making() {
        return begun().making.orElseThrow();
    }

    private SearchIndex made() {
        Request request = inputs.request();
        Optional<Path> cache =
                request.cache() ? Optional.of(request.work().resolve("cache").resolve("search")) : Optional.empty();
        try {
            return SearchIndex.of(SearchPages.of(pages), settings(), inputs.workers()::map, cache);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SearchSettings settings() throws IOException {
        List<List<String>> synonyms = SearchChecks.synonyms(inputs.content()).groups();
        SortedMap<String, String> types = new TreeMap<>();
        for (ContentType type : inputs.circumstancesOfSite().types().values()) {
            types.put(type.name(), type.label());
        }
        return new SearchSettings(inputs.settings().language(), SearchPages.FACETS, types, synonyms);
    }

    /** The index, waited for. */
    SearchIndex index() throws IOException {
        try {
            return making().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw e;
        }
    }
}
