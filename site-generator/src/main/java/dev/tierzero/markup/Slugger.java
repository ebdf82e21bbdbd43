package dev.tierzero.markup;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes ids of headings as GitHub does: lower case, punctuation dropped except {@code -} and {@code _}, spaces to {@code -}, repeats
 * numbered {@code -1}, {@code -2}. No id of a page is given twice, and none that its author wrote. One page, one thread.
 */
final class Slugger {

    private static final Pattern FOOTNOTE = Pattern.compile("fn(ref)?-\\d+(-\\d+)?");

    /** What becomes the id of a footnote by a number at its end. */
    private static final Pattern FOOTNOTE_LIKE = Pattern.compile("fn(ref)?(-\\d+){0,2}");

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> repeats = new HashMap<>();

    /** @param explicit ids that the page's author wrote */
    Slugger(Collection<String> explicit) {
        taken.addAll(explicit);
    }

    /** A new id for a heading; {@code section} for one without letters and digits. */
    String id(String heading) {
        String slug = slug(heading);
        String base = slug.isEmpty() ? "section" : FOOTNOTE_LIKE.matcher(slug).matches() ? "section-" + slug : slug;
        int repeat = repeats.getOrDefault(base, 0);
        String id = repeat == 0 ? base : base + "-" + repeat;
        while (taken.contains(id)) {
            repeat++;
            id = base + "-" + repeat;
        }
        repeats.put(base, repeat);
        taken.add(id);
        return id;
    }

    /** Whether an id is of those that footnotes get. */
    static boolean isReserved(String id) {
        return id.startsWith("fn") && FOOTNOTE.matcher(id).matches();
    }

    /** The id that a text alone would give; may be empty. */
    static String slug(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder(lower.length());
        lower.codePoints().forEach(c -> {
            if (c == ' ' || c == '\t' || c == '\n' || c == 0xA0) {
                slug.append('-');
            } else if (c == '-' || c == '_' || isWord(c)) {
                slug.appendCodePoint(c);
            }
        });
        return slug.toString();
    }

    private static boolean isWord(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.LETTER_NUMBER;
    }
}
