package dev.tierzero.search;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;

/**
 * What scores are computed from beside postings.
 *
 * @param counts how many documents have a body, a title, identifiers
 * @param averages lengths of these fields, rounded as Lucene rounds them
 * @param norms lengths of the documents' bodies as Lucene rounds them into a byte, each followed by the number of documents
 */
record Statistics(List<Integer> counts, List<Float> averages, List<Integer> norms) {

    static Statistics of(LeafReader leaf) throws IOException {
        List<Integer> counts = new ArrayList<>();
        List<Float> averages = new ArrayList<>();
        for (String field : List.of(LuceneIndex.BODY, LuceneIndex.TITLE, LuceneIndex.IDENTIFIERS)) {
            Terms terms = Terms.getTerms(leaf, field);
            int count = Math.max(0, terms.getDocCount());
            counts.add(count);
            averages.add(count == 0 ? 0 : (float) (terms.getSumTotalTermFreq() / (double) count));
        }
        return new Statistics(counts, averages, runs(Postings.norms(leaf, LuceneIndex.BODY)));
    }

    static Statistics ofNothing() {
        return new Statistics(Collections.nCopies(3, 0), Collections.nCopies(3, 0f), List.of());
    }

    private static List<Integer> runs(int[] norms) {
        List<Integer> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= norms.length; i++) {
            if (i == norms.length || norms[i] != norms[start]) {
                runs.add(norms[start]);
                runs.add(i - start);
                start = i;
            }
        }
        return runs;
    }

    void write(Json json) {
        json.name("counts").open('[');
        counts.forEach(json::number);
        json.close(']').name("avg").open('[');
        // Exact: what Float.toString gives differs between JDK 17 and 19.
        averages.forEach(average -> json.literal(new BigDecimal(average).toPlainString()));
        json.close(']').name("norms").open('[');
        norms.forEach(json::number);
        json.close(']');
    }
}
