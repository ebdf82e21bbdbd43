package dev.tierzero.search;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/**
 * Reads a field of Lucene's into a dictionary, together with a second field whose terms are all in the first: where it has a
 * page's term too, the posting is marked.
 */
final class Postings {

    private static final int BYTE = 0xFF;
    private static final int[] NONE = {};

    private final Dictionary dictionary = new Dictionary();
    private final Bytes gaps = new Bytes();
    private final Bytes values = new Bytes();
    private final Bytes titles = new Bytes();
    /** The second field's frequencies of the current term by document, 0 for none. */
    private final int[] marks;

    private final int[] norms;

    private Postings(int documents, int[] norms) {
        this.marks = new int[documents];
        this.norms = norms;
    }

    /** Words: what titles have of a term, and how long they are, is written too. */
    static Dictionary words(LeafReader leaf) throws IOException {
        Postings postings = new Postings(leaf.maxDoc(), norms(leaf, LuceneIndex.TITLE));
        postings.read(leaf, LuceneIndex.BODY, LuceneIndex.TITLE);
        return postings.dictionary;
    }

    /** Identifiers: those of titles are marked. */
    static Dictionary identifiers(LeafReader leaf) throws IOException {
        Postings postings = new Postings(leaf.maxDoc(), NONE);
        postings.read(leaf, LuceneIndex.IDENTIFIERS, LuceneIndex.KEY_IDENTIFIERS);
        return postings.dictionary;
    }

    /** Lengths by document, as Lucene rounds them into a byte, 0–255; 0 where the field is missing. */
    static int[] norms(LeafReader leaf, String field) throws IOException {
        int[] norms = new int[leaf.maxDoc()];
        Optional<NumericDocValues> values = Optional.ofNullable(leaf.getNormValues(field));
        if (values.isPresent()) {
            NumericDocValues all = values.get();
            for (int doc = all.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = all.nextDoc()) {
                norms[doc] = (int) all.longValue() & BYTE;
            }
        }
        return norms;
    }

    private void read(LeafReader leaf, String field, String second) throws IOException {
        TermsEnum terms = Terms.getTerms(leaf, field).iterator();
        TermsEnum others = Terms.getTerms(leaf, second).iterator();
        Optional<BytesRef> term = Optional.ofNullable(terms.next());
        Optional<BytesRef> other = Optional.ofNullable(others.next());
        PostingsEnum postings = null;
        PostingsEnum otherPostings = null;
        while (term.isPresent()) {
            if (other.equals(term)) {
                otherPostings = others.postings(otherPostings, PostingsEnum.FREQS);
                mark(otherPostings);
                other = Optional.ofNullable(others.next());
            }
            postings = terms.postings(postings, PostingsEnum.FREQS);
            columns(postings);
            dictionary.add(term.get().utf8ToString(), terms.docFreq(), gaps, values, titles);
            term = Optional.ofNullable(terms.next());
        }
    }

    private void mark(PostingsEnum postings) throws IOException {
        for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
            marks[doc] = postings.freq();
        }
    }

    private void columns(PostingsEnum postings) throws IOException {
        gaps.clear();
        values.clear();
        titles.clear();
        int before = -1;
        for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
            int mark = marks[doc];
            gaps.varint(doc - before - 1);
            values.varint((postings.freq() - 1) * 2 + (mark > 0 ? 1 : 0));
            if (mark > 0 && norms.length > 0) {
                titles.varint(mark - 1);
                titles.varint(norms[doc]);
            }
            marks[doc] = 0;
            before = doc;
        }
    }
}
