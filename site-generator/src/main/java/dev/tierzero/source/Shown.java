package dev.tierzero.source;

import dev.tierzero.model.Invisible;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** How authors' text is quoted in findings: one line, short, nothing invisible. */
final class Shown {

    private static final int LONGEST = 80;

    private Shown() {}

    /** The text on one line, cut after 80 characters, control and direction characters spelt out. */
    static String of(String text) {
        boolean longer = text.codePointCount(0, text.length()) > LONGEST;
        return longer ? whole(text.substring(0, text.offsetByCodePoints(0, LONGEST))) + "…" : whole(text);
    }

    /** The same without cutting: for paths, which tools go to. */
    static String whole(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Invisible.is(c)) {
                shown.append('<').append(codePoint(c)).append('>');
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** {@code U+202E}. */
    static String codePoint(int c) {
        return String.format(Locale.ROOT, "U+%04X", c);
    }

    /** {@code a, b, c}. */
    static String list(Collection<String> words) {
        return words.stream().map(Shown::of).collect(Collectors.joining(", "));
    }

    /** {@code ; did you mean "title"?} when there is something near, else blank. */
    static String didYouMean(String word, Collection<String> candidates) {
        return dev.tierzero.api.Nearest.of(word, candidates)
                .map(n -> "; did you mean \"" + n + "\"?")
                .orElse("");
    }
}
