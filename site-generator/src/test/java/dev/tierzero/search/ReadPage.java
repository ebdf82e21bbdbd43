package dev.tierzero.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.SmallFloat;

/** What the index has to hold of a page, read in the simplest way. */
final class ReadPage {

    private final List<Analysed> body = new ArrayList<>();
    private final List<Analysed> title = new ArrayList<>();

    ReadPage(SearchPage page) {
        title.add(Analysed.of(page.title()));
        page.keys().forEach(key -> title.add(Analysed.of(key)));
        body.add(Analysed.of(page.description()));
        for (SearchSection section : page.sections()) {
            title.add(Analysed.of(section.heading()));
            body.add(Analysed.of(section.text()));
        }
        body.addAll(title);
    }

    /** Frequency in the page, then in its title with the title's length where it is there, by term. */
    Map<String, String> words() {
        long titleLength = title.stream()
                .flatMap(part -> part.words().stream())
                .filter(word -> !word.startsWith("="))
                .count();
        int norm = SmallFloat.intToByte4((int) titleLength) & 0xFF;
        Map<String, Integer> titles = new HashMap<>();
        title.forEach(part -> part.words().forEach(word -> titles.merge(bare(word), 1, Integer::sum)));
        Map<String, Integer> counts = new HashMap<>();
        body.forEach(part -> part.words().forEach(word -> counts.merge(bare(word), 1, Integer::sum)));
        Map<String, String> words = new HashMap<>();
        counts.forEach((term, count) ->
                words.put(term, count + (titles.containsKey(term) ? " " + titles.get(term) + " " + norm : "")));
        return words;
    }

    private static String bare(String word) {
        return word.startsWith("=") ? word.substring(1) : word;
    }

    /** Frequency, and whether it is in the title, by identifier. */
    Map<String, String> identifiers() {
        Set<String> keys = new HashSet<>();
        title.forEach(part -> keys.addAll(part.identifiers()));
        Map<String, Integer> counts = new HashMap<>();
        body.forEach(part -> part.identifiers().forEach(term -> counts.merge(term, 1, Integer::sum)));
        Map<String, String> identifiers = new HashMap<>();
        counts.forEach((term, count) -> identifiers.put(term, count + (keys.contains(term) ? " key" : "")));
        return identifiers;
    }

    Set<String> surfaces() {
        Set<String> surfaces = new HashSet<>();
        body.forEach(part -> surfaces.addAll(part.surfaces()));
        return surfaces;
    }
}
