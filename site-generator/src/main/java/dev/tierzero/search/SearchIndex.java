package dev.tierzero.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The files that the browser's search reads: the same bytes for the same pages in any order, on any number of threads.
 *
 * @param gen names the folder of the shards: the first 10 hex digits of the SHA-256 over all shards
 * @param files bytes by path below the output folder: {@code _search/root.bin}, {@code _search/root.js} and
 *     {@code _search/<gen>/…}; treat the arrays as read-only
 */
public record SearchIndex(String gen, SortedMap<String, byte[]> files) {

    /** Output folder of all files. No page or file of content can stand there: their names never begin with an underscore. */
    public static final String FOLDER = "_search/";

    /** Keeps the map as it is. */
    public SearchIndex {
        files = Collections.unmodifiableSortedMap(files);
    }

    /**
     * Makes the index. Starts Lucene, which costs time even for few pages: do not call it for what has not changed.
     *
     * @param pages in any order
     * @param parallel how pages are analysed and shards compressed
     * @param cache file that keeps the analysis of pages between builds; replaced at once, and as good as none when it is damaged
     * @throws IOException when the cache can be neither read nor written
     * @throws IllegalArgumentException for two pages with one path
     */
    public static SearchIndex of(
            List<SearchPage> pages, SearchSettings settings, Parallel parallel, Optional<Path> cache)
            throws IOException {
        Optional<AnalysisCache> kept = cache.map(AnalysisCache::new);
        Map<String, AnalysedPage.Kept> before = kept.isPresent() ? kept.get().read() : Map.of();
        try (Deflation texts = Deflation.ofTexts();
                Deflation postings = Deflation.ofPostings()) {
            Analysis analysis = new Analysis(settings, before, texts);
            List<AnalysedPage> analysed = parallel.map(pages, analysis::of).stream()
                    .sorted(AnalysedPage.ORDER)
                    .toList();
            checkPaths(pages);
            if (kept.isPresent()) {
                kept.get().replace(before, analysed);
            }
            List<PageTerms> terms =
                    analysed.stream().map(page -> page.kept().terms()).toList();
            try (LuceneIndex lucene = LuceneIndex.of(terms)) {
                return new Export(analysed, settings, parallel, postings).index(lucene);
            }
        }
    }

    private static void checkPaths(List<SearchPage> pages) {
        Set<String> seen = new HashSet<>();
        for (SearchPage page : pages) {
            if (!seen.add(page.href())) {
                throw new IllegalArgumentException("two pages at " + page.href());
            }
        }
    }
}
