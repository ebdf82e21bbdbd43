package dev.tierzero.site;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** The nearest of several names, for {@code did you mean}. */
final class Suggestion {

    private static final int LISTED = 6;

    private Suggestion() {}

    /** The name with the fewest edits, when they are few for its length (one in three letters). */
    static Optional<String> of(String wanted, Collection<String> names) {
        return names.stream()
                .map(name -> new Candidate(name, distance(wanted, name)))
                .filter(c -> c.distance * 3 <= Math.max(wanted.length(), c.name.length()))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** The same file name (with either markup's extension) elsewhere, else the nearest path. */
    static Optional<String> ofPath(String wanted, Collection<String> paths) {
        String stem = stem(wanted);
        return paths.stream()
                .filter(p -> stem(p).equals(stem))
                .min(Comparator.<String>comparingInt(p -> distance(wanted, p)).thenComparing(p -> p))
                .or(() -> of(wanted, paths));
    }

    /** The first few names, for a hint. */
    static String list(Collection<String> names) {
        String listed = names.stream().limit(LISTED).map(n -> "#" + n).collect(Collectors.joining(", "));
        return names.size() > LISTED ? listed + " …" : listed;
    }

    private record Candidate(String name, int distance) {}

    private static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /** Levenshtein's distance in UTF-16 units. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, Math.min(row[j - 1], row[j]) + 1);
            }
        }
        return row[b.length()];
    }
}
