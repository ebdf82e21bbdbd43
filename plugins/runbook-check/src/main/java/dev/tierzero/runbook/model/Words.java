package dev.tierzero.runbook.model;

import dev.tierzero.api.Nearest;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares titles and names as people do: case, numbers in front, punctuation and little slips do not count. */
public final class Words {

    private static final Pattern NUMBER =
            Pattern.compile("^(?:(?:step|phase|part|section)\\s+)?(?:\\d+(?:\\.\\d+)*[.):]?|[a-z][.)])\\s+");
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)\\s*$");

    private Words() {}

    /** A title without what does not count: {@code 1. Post-Incident Review:} is {@code post incident review}. */
    public static String level(String title) {
        String composed = isAscii(title) ? title : Normalizer.normalize(title, Normalizer.Form.NFC);
        String lower = composed.toLowerCase(Locale.ROOT).replace("&", " and ").strip();
        String words = lower.isEmpty() || !mayBeNumbered(lower)
                ? plain(lower)
                : plain(NUMBER.matcher(lower).replaceFirst(""));
        return words.isEmpty() ? plain(lower) : words;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Every title is levelled many times; few have a number, and only for those is the pattern worth its time. */
    private static boolean mayBeNumbered(String lower) {
        char first = lower.charAt(0);
        boolean lettered = lower.length() > 1 && (lower.charAt(1) == '.' || lower.charAt(1) == ')');
        return lettered || first == 's' || first == 'p' || (first >= '0' && first <= '9');
    }

    /** Letters and digits, with one blank between those that stood apart. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isLetter(c) || isNumber(c)) {
                plain.appendCodePoint(c);
            } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        });
        return plain.toString().stripTrailing();
    }

    private static boolean isNumber(int c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** Whether two titles are the same, also without what the first says in brackets at its end. */
    public static boolean same(String title, String other) {
        String level = level(other);
        return level(title).equals(level)
                || (title.indexOf(')') >= 0
                        && level(BRACKETS.matcher(title).replaceFirst("")).equals(level));
    }

    /** Whether one of the titles is the same. */
    public static boolean among(String title, Collection<String> others) {
        return others.stream().anyMatch(other -> same(title, other));
    }

    /** The name that was probably meant: the nearest, if it is near. */
    public static Optional<String> nearest(String name, Collection<String> names) {
        return names.stream()
                .filter(other -> near(name, other))
                .min(Comparator.<String>comparingInt(other -> Nearest.edits(level(name), level(other)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Whether two names differ by a slip: one letter of four or five, two of six or more. */
    public static boolean near(String name, String other) {
        String a = level(name);
        String b = level(other);
        int shorter = Math.min(a.length(), b.length());
        int limit = shorter < 4 ? 0 : shorter < 6 ? 1 : 2;
        return Math.abs(a.length() - b.length()) <= limit && Nearest.edits(a, b) <= limit;
    }

    /** Whether all words of one title are in the other: {@code Impact} and {@code Impact assessment}. */
    public static boolean overlap(String title, String other) {
        List<String> a = Stream.of(level(title).split(" ", -1)).toList();
        List<String> b = Stream.of(level(other).split(" ", -1)).toList();
        return !level(title).isEmpty() && (a.containsAll(b) || b.containsAll(a));
    }

    /** A list for a sentence: {@code "a", "b"}. */
    public static String quoted(Collection<String> texts) {
        return String.join(", ", texts.stream().map(text -> "\"" + text + "\"").toList());
    }
}
