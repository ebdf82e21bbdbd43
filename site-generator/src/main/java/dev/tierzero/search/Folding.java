package dev.tierzero.search;

import java.text.Normalizer;
import java.util.Locale;

/** Takes out of a word what readers leave out when they type it: case, accents, ligatures. */
final class Folding {

    private static final int LONGEST_WORD = 64;
    private static final int ASCII = 0x80;

    private Folding() {}

    /** A word's folded form, at most 64 UTF-16 units of letters and digits; empty when nothing is left. */
    static String word(String word) {
        if (isAscii(word)) {
            return cut(word.toLowerCase(Locale.ROOT));
        }
        String folded = general(word);
        StringBuilder kept = new StringBuilder(folded.length());
        folded.codePoints().filter(CodePoints::isAlphanumeric).forEach(kept::appendCodePoint);
        return cut(kept.toString());
    }

    /** An identifier's folded form: as of a word, but with all its characters and of any length. */
    static String identifier(String identifier) {
        return isAscii(identifier) ? identifier.toLowerCase(Locale.ROOT) : general(identifier);
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII) {
                return false;
            }
        }
        return true;
    }

    private static String general(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .filter(c -> CodePoints.classOf(c) != CodePoints.MARK)
                .forEach(bare::appendCodePoint);
        String lower = bare.toString().toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            append(folded, lower.charAt(i));
        }
        return folded.toString();
    }

    /** Letters that Unicode does not take apart. The final sigma is one too: when a sigma is final is a matter of versions. */
    private static void append(StringBuilder folded, char c) {
        switch (c) {
            case 'ß' -> folded.append("ss");
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'ø' -> folded.append('o');
            case 'ı' -> folded.append('i');
            case 'ł' -> folded.append('l');
            case 'đ' -> folded.append('d');
            case 'þ' -> folded.append("th");
            case 'ς' -> folded.append('σ');
            default -> folded.append(c);
        }
    }

    private static String cut(String word) {
        if (word.length() <= LONGEST_WORD) {
            return word;
        }
        return word.substring(
                0, Character.isHighSurrogate(word.charAt(LONGEST_WORD - 1)) ? LONGEST_WORD - 1 : LONGEST_WORD);
    }
}
