package dev.tierzero.query;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The answer to a query.
 *
 * @param query as it was asked
 * @param words of the query, folded: what is highlighted
 * @param total how many pages are found
 * @param partial whether a part of the index was missing or damaged, so that hits may be missing
 * @param corrected the query that was answered in place of the one asked; empty when that was answered
 * @param any whether no page has all words, so that these have some
 * @param hits best first
 * @param facets pages found by value, by facet, in the order shown; empty unless they were asked for
 */
public record Answer(
        String query,
        List<String> words,
        int total,
        boolean partial,
        String corrected,
        boolean any,
        List<Hit> hits,
        SortedMap<String, List<FacetValue>> facets) {

    /** Copies. */
    public Answer {
        words = List.copyOf(words);
        hits = List.copyOf(hits);
        SortedMap<String, List<FacetValue>> copy = new TreeMap<>();
        facets.forEach((facet, values) -> copy.put(facet, List.copyOf(values)));
        facets = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * A page.
     *
     * @param doc its number in the index
     * @param score what the hits are ordered by
     * @param base the part of it that is BM25
     * @param title in runs
     * @param titleText the title as text
     * @param href from the site's root: {@code operations/vault.html}
     * @param type of the page, such as {@code runbook}; empty for none
     * @param facets values by facet, without the type
     * @param message whether a declared log message is what matched
     * @param sections where in the page, best first; the first may be the page itself
     */
    public record Hit(
            int doc,
            double score,
            double base,
            List<Run> title,
            String titleText,
            String href,
            String type,
            SortedMap<String, List<String>> facets,
            boolean message,
            List<Section> sections) {

        /** Copies. */
        public Hit {
            title = List.copyOf(title);
            sections = List.copyOf(sections);
            SortedMap<String, List<String>> copy = new TreeMap<>();
            facets.forEach((facet, values) -> copy.put(facet, List.copyOf(values)));
            facets = Collections.unmodifiableSortedMap(copy);
        }
    }

    /**
     * A section of a page.
     *
     * @param path headings above it and its own; empty for the page itself
     * @param href with the fragment: {@code operations/vault.html#verify}
     * @param snippet of its text, in runs
     */
    public record Section(List<String> path, String href, List<Run> snippet) {

        /** Copies. */
        public Section {
            path = List.copyOf(path);
            snippet = List.copyOf(snippet);
        }
    }

    /**
     * A piece of text.
     *
     * @param text plain
     * @param matched whether it is what was looked for
     */
    public record Run(String text, boolean matched) {

        /** The runs without their marks. */
        public static String text(List<Run> runs) {
            return runs.stream().map(Run::text).collect(Collectors.joining());
        }
    }

    /**
     * A value of a facet.
     *
     * @param value as filters name it
     * @param label as people read it
     * @param count pages found that have it
     */
    public record FacetValue(String value, String label, int count) {}
}
