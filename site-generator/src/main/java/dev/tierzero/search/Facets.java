package dev.tierzero.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Which documents have which value of a facet: what answers are filtered by. */
final class Facets {

    private static final String TYPE = "type";

    private final List<String> names = new ArrayList<>();
    private final List<SortedMap<String, List<Integer>>> documents = new ArrayList<>();

    /** Of the pages in the order of their documents; facets that no page has are left out. */
    static Facets of(List<SearchPage> pages, SearchSettings settings) {
        Facets facets = new Facets();
        facets.add(TYPE, pages, page -> page.type().isEmpty() ? List.of() : List.of(page.type()));
        for (String name : settings.facets()) {
            facets.add(name, pages, page -> page.facets().getOrDefault(name, List.of()));
        }
        return facets;
    }

    /** In the order shown. */
    List<String> names() {
        return List.copyOf(names);
    }

    private void add(String name, List<SearchPage> pages, Function<SearchPage, List<String>> values) {
        SortedMap<String, List<Integer>> found = new TreeMap<>();
        for (int doc = 0; doc < pages.size(); doc++) {
            for (String value : new TreeSet<>(values.apply(pages.get(doc)))) {
                found.computeIfAbsent(value, v -> new ArrayList<>()).add(doc);
            }
        }
        if (!found.isEmpty()) {
            names.add(name);
            documents.add(found);
        }
    }

    byte[] toBytes() {
        Json json = new Json().open('{');
        for (int i = 0; i < names.size(); i++) {
            json.name(names.get(i)).open('{');
            for (Map.Entry<String, List<Integer>> value : documents.get(i).entrySet()) {
                json.name(value.getKey()).open('[');
                int before = -1;
                for (int doc : value.getValue()) {
                    json.number(doc - before - 1);
                    before = doc;
                }
                json.close(']');
            }
            json.close('}');
        }
        return json.close('}').toBytes();
    }
}
