package dev.tierzero.search;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Counts on how many pages each word stands as it is written. */
final class Surfaces {

    private Surfaces() {}

    static Dictionary of(List<AnalysedPage> pages) {
        IdentityHashMap<Lexicon, int[]> counts = new IdentityHashMap<>();
        for (AnalysedPage page : pages) {
            PageTerms terms = page.kept().terms();
            int[] own = counts.computeIfAbsent(terms.lexicon(), lexicon -> new int[lexicon.size()]);
            for (int number : terms.surfaces()) {
                own[number]++;
            }
        }
        // Threads had a lexicon each; the order of the sum is of no account.
        Map<String, Integer> sums = new HashMap<>();
        counts.forEach((lexicon, own) -> {
            for (int number = 0; number < own.length; number++) {
                if (own[number] > 0) {
                    sums.merge(lexicon.term(number), own[number], Integer::sum);
                }
            }
        });
        Dictionary dictionary = new Dictionary();
        sums.forEach(dictionary::add);
        return dictionary;
    }
}
