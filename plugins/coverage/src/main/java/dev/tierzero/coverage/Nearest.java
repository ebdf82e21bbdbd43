package dev.tierzero.coverage;

import java.util.Collection;
import java.util.Locale;

/** The "did you mean" of hints. */
final class Nearest {

    private static final int LONGEST = 120;
    private static final int SHORTEST_BEGINNING = 4;

    private Nearest() {}

    /** The hint that names the candidate that a word most likely means, or another hint when none is near. */
    static String hint(String word, Collection<String> candidates, String otherwise) {
        String best = "";
        int fewest = Math.max(1, word.length() / 3) + 1;
        for (String candidate : candidates) {
            int edits = word.length() > LONGEST || candidate.length() > LONGEST
                    ? fewest
                    : edits(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (edits < fewest) {
                fewest = edits;
                best = candidate;
            }
        }
        String meant = best.isEmpty() ? begun(word, candidates) : best;
        return meant.isEmpty() ? otherwise : "did you mean " + meant + "?";
    }

    /** The first candidate that a word of some length is the beginning of. */
    private static String begun(String word, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> word.length() >= SHORTEST_BEGINNING && candidate.startsWith(word))
                .findFirst()
                .orElse("");
    }

    /** Levenshtein's distance in UTF-16 units. */
    private static int edits(String a, String b) {
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, Math.min(last[j], row[j - 1]) + 1);
            }
            last = row;
        }
        return last[b.length()];
    }
}
