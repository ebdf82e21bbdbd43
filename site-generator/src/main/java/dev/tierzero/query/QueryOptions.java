package dev.tierzero.query;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a query is to be answered.
 *
 * @param limit the most hits that are wanted, at least 1
 * @param offset how many hits to leave out before
 * @param filters values by facet, such as {@code type} or {@code service}: a page has to have one of each
 * @param typing whether the last word may be unfinished
 * @param plain whether the answer is ranked by BM25 alone: no boosts, no correction, no synonyms
 * @param exact whether words are taken as they are written: no correction
 * @param facets whether the numbers of pages by facet are wanted
 */
public record QueryOptions(
        int limit,
        int offset,
        SortedMap<String, List<String>> filters,
        boolean typing,
        boolean plain,
        boolean exact,
        boolean facets) {

    /** @throws IllegalArgumentException for a limit below 1 or a negative offset */
    public QueryOptions {
        if (limit < 1 || offset < 0) {
            throw new IllegalArgumentException("limit " + limit + ", offset " + offset);
        }
        SortedMap<String, List<String>> copy = new TreeMap<>();
        filters.forEach((facet, values) -> copy.put(facet, List.copyOf(values)));
        filters = Collections.unmodifiableSortedMap(copy);
    }

    /** The first hits of a finished query. */
    public static QueryOptions first(int limit) {
        return new QueryOptions(limit, 0, new TreeMap<>(), false, false, false, false);
    }

    /** The same with filters. */
    public QueryOptions filtered(SortedMap<String, List<String>> by) {
        return new QueryOptions(limit, offset, by, typing, plain, exact, facets);
    }

    /** The same without correction. */
    public QueryOptions asWritten() {
        return new QueryOptions(limit, offset, filters, typing, plain, true, facets);
    }

    /** The same, ranked by BM25 alone. */
    public QueryOptions rankedPlainly() {
        return new QueryOptions(limit, offset, filters, typing, true, exact, facets);
    }
}
