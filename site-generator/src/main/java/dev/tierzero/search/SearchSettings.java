package dev.tierzero.search;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the index of a site says beside its pages.
 *
 * @param language of the content, such as {@code en}
 * @param facets names of the facets by which answers are filtered, in the order shown, without the type, which comes first; other
 *     facets of a page are left out
 * @param types what each type of page is called on the site, in the plural, by type
 * @param synonyms groups of words that mean the same, as their authors wrote them
 */
public record SearchSettings(
        String language, List<String> facets, SortedMap<String, String> types, List<List<String>> synonyms) {

    /** Copies. */
    public SearchSettings {
        Objects.requireNonNull(language, "language");
        facets = List.copyOf(facets);
        types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
        synonyms = synonyms.stream().map(List::copyOf).toList();
    }
}
