package dev.tierzero.search;

import java.util.List;
import java.util.Set;

/**
 * The terms of a chunk, which is a run of characters without space, as numbers in a lexicon.
 *
 * @param words each at a position of its own
 * @param overlaps words at the position of another
 * @param identifiers each once
 * @param surfaces words as they are written
 */
@SuppressWarnings("ArrayRecordComponent") // Only read, where it has to be quick.
record ChunkTerms(int[] words, int[] overlaps, int[] identifiers, int[] surfaces) {

    static ChunkTerms of(Words.Found found, Set<String> identifiers, Lexicon lexicon) {
        return new ChunkTerms(
                numbers(found, false, lexicon),
                numbers(found, true, lexicon),
                identifiers.stream().mapToInt(lexicon::number).toArray(),
                numbers(found.surfaces(), lexicon));
    }

    private static int[] numbers(Words.Found found, boolean overlap, Lexicon lexicon) {
        return found.words().stream()
                .filter(word -> word.overlap() == overlap)
                .mapToInt(word -> lexicon.number(word.stem()))
                .toArray();
    }

    private static int[] numbers(List<String> terms, Lexicon lexicon) {
        return terms.stream().mapToInt(lexicon::number).toArray();
    }
}
