package dev.tierzero.search;

import java.util.Comparator;
import org.apache.lucene.util.SmallFloat;

/**
 * A page with all that the index keeps of it.
 *
 * @param page as it came
 * @param kept what can be kept for the next build
 */
record AnalysedPage(SearchPage page, Kept kept) {

    /** Documents are numbered by length, so that the lengths of all are a few runs of equal ones. */
    static final Comparator<AnalysedPage> ORDER = Comparator.comparingInt(AnalysedPage::norm)
            .thenComparing(analysed -> analysed.page().href());

    /**
     * What is the same as long as the page is.
     *
     * @param key digest of all that the index has of the page, in hex
     * @param terms what the page is found by
     * @param size of the document's shard in bytes
     * @param deflated the document's shard, compressed
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record Kept(String key, PageTerms terms, int size, byte[] deflated) {}

    /** The body's length as Lucene rounds it into a byte, 0–255. */
    private int norm() {
        return SmallFloat.intToByte4(kept.terms().length()) & 0xFF;
    }
}
