package dev.tierzero.query;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ranks at which tested pages were found when their tests last passed.
 *
 * @param ranks by test, 1-based
 */
public record Ranks(SortedMap<String, Integer> ranks) {

    /** Nothing is known. */
    public static final Ranks NONE = new Ranks(new TreeMap<>());

    /** Copies. */
    public Ranks {
        ranks = Collections.unmodifiableSortedMap(new TreeMap<>(ranks));
    }

    /** Reads what {@link #text} wrote; of other text, what lines of that form it has. */
    public static Ranks of(String text) {
        SortedMap<String, Integer> ranks = new TreeMap<>();
        text.lines().forEach(line -> {
            int tab = line.indexOf('\t');
            if (tab > 0 && line.substring(0, tab).matches("[1-9][0-9]{0,5}")) {
                ranks.put(line.substring(tab + 1), Integer.parseInt(line.substring(0, tab)));
            }
        });
        return new Ranks(ranks);
    }

    /** One line for each test: rank, page and query, with tabs between. */
    public String text() {
        StringBuilder text = new StringBuilder();
        ranks.forEach(
                (test, rank) -> text.append(rank).append('\t').append(test).append('\n'));
        return text.toString();
    }

    Optional<Integer> of(SearchTests.Test test) {
        return Optional.ofNullable(ranks.get(key(test)));
    }

    static String key(SearchTests.Test test) {
        return test.page() + "\t" + test.query().replaceAll("\\s+", " ");
    }
}
