package dev.tierzero.search;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A page as search sees it.
 *
 * @param href of the page from the site's root, such as {@code operations/vault.html}; no two pages of an index share it
 * @param title as text
 * @param description as text; empty for none
 * @param type the page's type, such as {@code runbook}; empty for none
 * @param facets values by name of facet, such as {@code owner}; without the type
 * @param keys codes, alerts and flags that are this page's own
 * @param messages log messages that the page explains
 * @param sections in the page's order; the first is the lead, with an empty anchor and an empty heading
 */
public record SearchPage(
        String href,
        String title,
        String description,
        String type,
        SortedMap<String, List<String>> facets,
        List<String> keys,
        List<Message> messages,
        List<SearchSection> sections) {

    /** @throws IllegalArgumentException for a page without a path */
    public SearchPage {
        if (href.isEmpty()) {
            throw new IllegalArgumentException("a page without a path: " + title);
        }
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(type, "type");
        SortedMap<String, List<String>> copy = new TreeMap<>();
        facets.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        facets = Collections.unmodifiableSortedMap(copy);
        keys = List.copyOf(keys);
        messages = List.copyOf(messages);
        sections = List.copyOf(sections);
    }
}
