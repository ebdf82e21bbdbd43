package dev.tierzero.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Porter's stems, by Lucene's filter, which holds state: one for each thread. */
final class Stems {

    private static final int SHORTEST = 3;

    private final OneWord word = new OneWord();
    private final TokenStream stemmed = new PorterStemFilter(word);

    /** The stem of a folded word; the word itself unless it is of three or more letters a–z. */
    String of(String folded) {
        if (!isEnglish(folded)) {
            return folded;
        }
        word.next(folded);
        try {
            stemmed.incrementToken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return word.term.toString();
    }

    private static boolean isEnglish(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return false;
            }
        }
        return word.length() >= SHORTEST;
    }

    private static final class OneWord extends TokenStream {
        final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        void next(String word) {
            clearAttributes();
            term.append(word);
        }

        @Override
        public boolean incrementToken() {
            return true;
        }
    }
}
