package dev.tierzero.search;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/**
 * Gives Lucene a page's counted terms: one token for all of a term, with its frequency. Lengths, frequencies and norms come out as
 * if every token of the text had been given by itself.
 */
final class Replay extends TokenStream {

    private static final int[] NONE = {};

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private Lexicon lexicon = new Lexicon();
    private int[] pairs = NONE;
    private int[] overlaps = NONE;
    private int at;
    private int overlapAt;
    private int overlapsGiven;

    /** Sets what comes next: terms with counts, then those that have no position, which Lucene counts one by one. */
    void set(Lexicon newLexicon, int[] newPairs, int[] newOverlaps) {
        lexicon = newLexicon;
        pairs = newPairs;
        overlaps = newOverlaps;
        at = 0;
        overlapAt = 0;
        overlapsGiven = 0;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (at < pairs.length) {
            term.setBytesRef(lexicon.bytes(pairs[at]));
            frequency.setTermFrequency(pairs[at + 1]);
            at += 2;
            return true;
        }
        if (overlapAt == overlaps.length) {
            return false;
        }
        term.setBytesRef(lexicon.bytes(overlaps[overlapAt]));
        increment.setPositionIncrement(0);
        overlapsGiven++;
        if (overlapsGiven == overlaps[overlapAt + 1]) {
            overlapAt += 2;
            overlapsGiven = 0;
        }
        return true;
    }
}
