package dev.tierzero.runbook.review;

import java.util.List;
import java.util.Locale;

/**
 * The fingerprint of a list of words: a polynomial over 32 bits, so that what one word adds to it can be taken out again. It guards
 * against oversight, not against forgery.
 */
final class Fingerprint {

    /** Odd, with few zero bits; 3 modulo 4, so that neighbours that swap places show in all bits but one. */
    private static final int BASE = 0x9E3779B3;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    /** Shorter words may mean something else by one letter: now and not, on and no. */
    private static final int SHORTEST = 5;

    private Fingerprint() {}

    /** The fingerprint of words in their order. */
    static int of(List<String> words) {
        int sum = 1;
        for (String word : words) {
            sum = sum * BASE + word(word);
        }
        return sum;
    }

    /** A fingerprint as it is written: eight hexadecimal digits. */
    static String text(int fingerprint) {
        return String.format(Locale.ROOT, "%08x", fingerprint);
    }

    /**
     * Whether the words had a fingerprint before one letter of one word was corrected: inserted, left out, replaced or swapped with its
     * neighbour. Only words of at least five letters and nothing but letters count.
     */
    static boolean differsByLetter(List<String> words, int before) {
        int missing = before - of(words);
        int factor = 1;
        for (int i = words.size() - 1; i >= 0; i--) {
            String word = words.get(i);
            boolean plain = word.length() >= SHORTEST && word.chars().allMatch(Character::isLetter);
            if (plain && variantFits(word, word(word), missing, factor)) {
                return true;
            }
            factor *= BASE;
        }
        return false;
    }

    private static boolean variantFits(String word, int own, int missing, int factor) {
        for (int i = 0; i <= word.length(); i++) {
            String head = word.substring(0, i);
            String tail = word.substring(i);
            if (i < word.length() && fits(head + tail.substring(1), own, missing, factor)) {
                return true;
            }
            if (i + 1 < word.length()
                    && fits(head + tail.charAt(1) + tail.charAt(0) + tail.substring(2), own, missing, factor)) {
                return true;
            }
            for (int k = 0; k < LETTERS.length(); k++) {
                char letter = LETTERS.charAt(k);
                boolean replaced = i < word.length() && fits(head + letter + tail.substring(1), own, missing, factor);
                if (replaced || fits(head + letter + tail, own, missing, factor)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean fits(String variant, int own, int missing, int factor) {
        return variant.length() >= SHORTEST - 1 && (word(variant) - own) * factor == missing;
    }

    /** MurmurHash3's finaliser over FNV-1a. */
    private static int word(String word) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x01000193;
        }
        hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
        return hash ^ (hash >>> 16);
    }
}
