package dev.tierzero.api;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The candidate that a mistyped word most likely means: the "did you mean" of findings. */
public final class Nearest {

    private static final int LONGEST = 120;
    private static final int SHORTEST_BEGINNING = 4;

    private Nearest() {}

    /**
     * The candidate with the fewest edits (insert, delete, replace, swap neighbours; case is free), when these are at
     * most a third of the word's length; of equals the first in their order. Otherwise the first that begins with the word.
     */
    public static Optional<String> of(String word, Collection<String> candidates) {
        return within(Math.max(1, word.length() / 3), word, candidates);
    }

    /** The same with a limit of one's own on the number of edits. */
    public static Optional<String> within(int edits, String word, Collection<String> candidates) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        String best = "";
        int fewest = edits + 1;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - wanted.length()) < fewest && candidate.length() <= LONGEST) {
                int needed = edits(wanted, candidate.toLowerCase(Locale.ROOT));
                if (needed < fewest) {
                    fewest = needed;
                    best = candidate;
                }
            }
        }
        return best.isEmpty() ? begun(wanted, candidates) : Optional.of(best);
    }

    /** The first candidate that a word of some length is the beginning of. */
    private static Optional<String> begun(String wanted, Collection<String> candidates) {
        return wanted.length() < SHORTEST_BEGINNING
                ? Optional.empty()
                : candidates.stream()
                        .filter(candidate -> candidate.toLowerCase(Locale.ROOT).startsWith(wanted))
                        .findFirst();
    }

    /**
     * How many edits (insert, delete, replace, swap neighbours) make one word of the other: the optimal string alignment distance in
     * UTF-16 units. Takes time and memory for the product of the lengths: for words, not for texts.
     */
    public static int edits(String a, String b) {
        int[] before = new int[b.length() + 1];
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
                if (i > 1 && j > 1 && swapped(a, i, b, j)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[b.length()];
    }

    private static boolean swapped(String a, int i, String b, int j) {
        return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
