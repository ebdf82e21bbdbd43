package dev.tierzero.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What a text is found by.
 *
 * @param words stems; those at the position of the one before begin with {@code =}
 * @param surfaces as they are written, folded
 * @param identifiers chunk by chunk
 */
record Analysed(List<String> words, List<String> surfaces, List<String> identifiers) {

    /** What Java makes of a text. */
    static Analysed of(String text) {
        Words.Found found = new Words().of(text);
        List<String> words = found.words().stream()
                .map(word -> (word.overlap() ? "=" : "") + word.stem())
                .toList();
        List<String> identifiers = new ArrayList<>();
        chunks(text).forEach(chunk -> identifiers.addAll(Identifiers.of(chunk)));
        return new Analysed(words, found.surfaces(), identifiers);
    }

    /** Runs without space, in the order of the text. */
    static List<String> chunks(String text) {
        List<String> chunks = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (CodePoints.classOf(c) == CodePoints.SPACE) {
                chunks.add(chunk.toString());
                chunk.setLength(0);
            } else {
                chunk.appendCodePoint(c);
            }
        });
        chunks.add(chunk.toString());
        chunks.removeIf(String::isEmpty);
        return chunks;
    }

    /** The engine tells surfaces of all words; the index has those that can be completed or corrected. */
    static boolean isSurface(String word) {
        return word.length() >= 3
                && word.length() <= 40
                && word.chars().noneMatch(c -> c >= '0' && c <= '9')
                && word.codePoints().noneMatch(c -> CodePoints.classOf(c) == CodePoints.CJK);
    }
}
