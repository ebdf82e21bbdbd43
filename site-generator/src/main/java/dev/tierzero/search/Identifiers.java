package dev.tierzero.search;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The identifiers of a chunk of text: tokens whose punctuation, digits or capitals carry meaning, such as {@code --log-entry},
 * {@code policy.yaml} and {@code AIBOX-E1042}, whole, and those of their parts that are identifiers too. The browser's engine reads
 * them in the same way.
 */
final class Identifiers {

    private static final int LONGEST = 96;
    private static final String BEFORE = "\"'“”‘’([{<«,;:!?|*`";
    private static final String AFTER = "\"'“”‘’)]}>».,;:!?|*…`";
    private static final String CUTS = "/\\=:,;|()[]{}<>\"'`&?";
    private static final String LEADING = "-/$%@#._~";
    private static final String TRAILING = "+#";
    private static final String JOINERS = "-_.:/\\@#=+$%~";

    private Identifiers() {}

    /** Folded, each once, in the order found. */
    static Set<String> of(String chunk) {
        Set<String> found = new LinkedHashSet<>();
        String trimmed = trimmed(chunk);
        put(trimmed, found);
        int start = 0;
        for (int i = 0; i <= trimmed.length(); i++) {
            if (i == trimmed.length() || CUTS.indexOf(trimmed.charAt(i)) >= 0) {
                put(trimmed(trimmed.substring(start, i)), found);
                start = i + 1;
            }
        }
        return found;
    }

    private static void put(String piece, Set<String> found) {
        take(piece, found);
        int bare = 0;
        while (bare < piece.length() && piece.charAt(bare) == '-') {
            bare++;
        }
        if (bare == 0 && piece.startsWith("$")) {
            bare = 1;
        }
        if (bare > 0) {
            take(piece.substring(bare), found);
        }
    }

    private static void take(String form, Set<String> found) {
        if (form.length() <= LONGEST && isIdentifier(form)) {
            found.add(Folding.identifier(form));
        }
    }

    private static String trimmed(String text) {
        int start = 0;
        while (start < text.length() && BEFORE.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int end = text.length();
        while (end > start && AFTER.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isIdentifier(String form) {
        if (form.codePoints().noneMatch(CodePoints::isAlphanumeric)) {
            return false;
        }
        return LEADING.indexOf(form.charAt(0)) >= 0
                || TRAILING.indexOf(form.charAt(form.length() - 1)) >= 0
                || hasMeaningfulCase(form)
                || hasLetterAndDigit(form)
                || isJoined(form);
    }

    /** A capital right after a small letter, or two capitals and no small letter at all. */
    private static boolean hasMeaningfulCase(String form) {
        int capitals = 0;
        boolean small = false;
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                capitals++;
                if (i > 0 && isSmall(form.charAt(i - 1))) {
                    return true;
                }
            }
            small |= isSmall(c);
        }
        return capitals > 1 && !small;
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean hasLetterAndDigit(String form) {
        return form.chars().anyMatch(c -> c >= '0' && c <= '9')
                && form.chars().anyMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    }

    /** Letters or digits on both sides of one joiner or more. */
    private static boolean isJoined(String form) {
        boolean afterWord = false;
        boolean afterJoiner = false;
        for (int i = 0; i < form.length(); i += Character.charCount(form.codePointAt(i))) {
            int codePoint = form.codePointAt(i);
            boolean word = CodePoints.isAlphanumeric(codePoint);
            if (word && afterJoiner) {
                return true;
            }
            afterJoiner = (afterWord || afterJoiner) && JOINERS.indexOf(codePoint) >= 0;
            afterWord = word;
        }
        return false;
    }
}
