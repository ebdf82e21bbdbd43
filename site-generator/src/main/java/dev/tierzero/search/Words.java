package dev.tierzero.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a chunk of text. A word in camel case counts as its parts too, and one that ends in a number as the number; these
 * share a position, so that a page is not longer for them. The browser's engine reads words in the same way.
 */
final class Words {

    private static final int SHORTEST_SURFACE = 3;
    private static final int LONGEST_SURFACE = 40;
    private static final int LONGEST_COMPOUND = 64;

    /** Only capitals and small letters side by side make a compound: not {@code Vault}, {@code GPU}, {@code VMs}, {@code e1042}. */
    private static final Pattern SIMPLE = Pattern.compile("[A-Z]?[a-z0-9]*|[A-Z0-9]+s?");

    private static final Pattern PART = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern NUMBERED = Pattern.compile("[a-z]+([0-9]{2,})");

    private final Stems stems = new Stems();

    /**
     * A term of the dictionary.
     *
     * @param stem folded and stemmed
     * @param overlap whether it is at the position of the term before it
     */
    record Word(String stem, boolean overlap) {}

    /**
     * What a chunk has.
     *
     * @param words in the order of the text
     * @param surfaces folded words as they are written, for completion and correction
     */
    record Found(List<Word> words, List<String> surfaces) {}

    /** Reads a chunk, or any text. */
    Found of(String chunk) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        int at = 0;
        while (at < chunk.length()) {
            int codePoint = chunk.codePointAt(at);
            byte type = CodePoints.classOf(codePoint);
            int end = at + Character.charCount(codePoint);
            if (CodePoints.isOfWords(type)) {
                end = wordEnd(chunk, end);
                segment(chunk.substring(at, end), found);
            } else if (type == CodePoints.CJK) {
                end = runEnd(chunk, end);
                bigrams(chunk.substring(at, end), found);
            }
            at = end;
        }
        return found;
    }

    /** An apostrophe between two characters of words is of the word. */
    private static int wordEnd(String chunk, int from) {
        int at = from;
        while (at < chunk.length()) {
            int codePoint = chunk.codePointAt(at);
            boolean joins = isApostrophe(codePoint)
                    && at + 1 < chunk.length()
                    && CodePoints.isOfWords(CodePoints.classOf(chunk.codePointAt(at + 1)));
            if (!joins && !CodePoints.isOfWords(CodePoints.classOf(codePoint))) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    private static boolean isApostrophe(int codePoint) {
        return codePoint == '\'' || codePoint == '’';
    }

    private static int runEnd(String chunk, int from) {
        int at = from;
        while (at < chunk.length() && CodePoints.classOf(chunk.codePointAt(at)) == CodePoints.CJK) {
            at += Character.charCount(chunk.codePointAt(at));
        }
        return at;
    }

    private void segment(String raw, Found found) {
        String segment = withoutApostrophes(raw);
        String whole = Folding.word(segment);
        List<String> parts = parts(segment);
        for (String part : parts) {
            put(part.toLowerCase(Locale.ROOT), false, found);
        }
        if (!whole.isEmpty()) {
            put(whole, !parts.isEmpty(), found);
            Matcher numbered = NUMBERED.matcher(whole);
            if (numbered.matches()) {
                found.words().add(new Word(numbered.group(1), true));
            }
        }
    }

    private void put(String folded, boolean overlap, Found found) {
        found.words().add(new Word(stems.of(folded), overlap));
        if (folded.length() >= SHORTEST_SURFACE
                && folded.length() <= LONGEST_SURFACE
                && folded.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            found.surfaces().add(folded);
        }
    }

    private static String withoutApostrophes(String raw) {
        if (raw.indexOf('\'') < 0 && raw.indexOf('’') < 0) {
            return raw;
        }
        int length = raw.length();
        boolean possessive = isApostrophe(raw.charAt(length - 2)) && (raw.charAt(length - 1) | ' ') == 's';
        return raw.substring(0, possessive ? length - 2 : length)
                .replace("'", "")
                .replace("’", "");
    }

    private static List<String> parts(String word) {
        boolean simple = word.length() > LONGEST_COMPOUND
                || SIMPLE.matcher(word).matches()
                || !word.chars().allMatch(Words::isAsciiAlphanumeric);
        return simple ? List.of() : List.of(PART.split(word));
    }

    private static boolean isAsciiAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Two characters each, one after the other; a run of one is itself. */
    private void bigrams(String run, Found found) {
        int[] characters = run.codePoints().toArray();
        for (int i = 0; i < Math.max(1, characters.length - 1); i++) {
            String pair = new String(characters, i, Math.min(2, characters.length - i));
            String normal = Normalizer.normalize(pair, Normalizer.Form.NFKC);
            found.words().add(new Word(stems.of(normal), false));
        }
    }
}
