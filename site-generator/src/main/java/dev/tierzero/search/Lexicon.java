package dev.tierzero.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;

/** Numbers for terms, from 0 in the order in which they came. Filled by one thread, read by any afterwards. */
final class Lexicon {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> terms = new ArrayList<>();
    private final List<BytesRef> bytes = new ArrayList<>();

    int number(String term) {
        Integer known = numbers.putIfAbsent(term, terms.size());
        if (known != null) {
            return known;
        }
        terms.add(term);
        bytes.add(new BytesRef(term));
        return terms.size() - 1;
    }

    String term(int number) {
        return terms.get(number);
    }

    /** In UTF-8; not to be changed. */
    BytesRef bytes(int number) {
        return bytes.get(number);
    }

    byte[] utf8(int number) {
        BytesRef term = bytes.get(number);
        return Arrays.copyOfRange(term.bytes, term.offset, term.offset + term.length);
    }

    int size() {
        return terms.size();
    }
}
