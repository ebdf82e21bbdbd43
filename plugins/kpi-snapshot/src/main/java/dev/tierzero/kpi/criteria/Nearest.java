package dev.tierzero.kpi.criteria;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word that somebody probably meant. */
final class Nearest {

    private Nearest() {}

    /** The nearest of some words, when no more than a third of its letters would have to change. */
    static Optional<String> of(String word, Collection<String> words) {
        return words.stream()
                .filter(other -> distance(word, other) * 3 <= Math.max(3, other.length()))
                .min(Comparator.comparing((String other) -> distance(word, other))
                        .thenComparing(other -> other));
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
