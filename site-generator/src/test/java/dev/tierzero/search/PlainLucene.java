package dev.tierzero.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Lucene as anybody would use it: every token of a page given by itself, with its position, and Lucene's own search. */
final class PlainLucene implements Closeable {

    private static final float TITLE = 0.5f;

    /** In the order of Lucene's documents: it was given them in this order, by one thread. */
    private final List<SearchPage> pages;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** How many pages there are, and the scores of the best by path, best first. */
    record Best(int total, Map<String, Double> scores) {}

    PlainLucene(List<SearchPage> pages) throws IOException {
        this.pages = pages;
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
            for (SearchPage page : pages) {
                writer.addDocument(document(page));
            }
        }
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
    }

    private static Document document(SearchPage page) {
        List<String> body = new ArrayList<>(List.of(page.title()));
        List<String> title = new ArrayList<>(List.of(page.title()));
        body.addAll(page.keys());
        title.addAll(page.keys());
        body.add(page.description());
        for (SearchSection section : page.sections()) {
            title.add(section.heading());
            body.add(section.heading());
            body.add(section.text());
        }
        Document document = new Document();
        document.add(new TextField("body", new Tokens(String.join("\n", body))));
        document.add(new TextField("title", new Tokens(String.join("\n", title))));
        return document;
    }

    /** The best pages for any of a text's words, titles at half weight. */
    Best search(String text, int most) throws IOException {
        Set<String> stems = new LinkedHashSet<>();
        new Words().of(text).words().forEach(word -> stems.add(word.stem()));
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String stem : stems) {
            query.add(new TermQuery(new Term("body", stem)), BooleanClause.Occur.SHOULD);
            query.add(new BoostQuery(new TermQuery(new Term("title", stem)), TITLE), BooleanClause.Occur.SHOULD);
        }
        TopDocs found = searcher.search(query.build(), most);
        Map<String, Double> scores = new LinkedHashMap<>();
        for (ScoreDoc hit : found.scoreDocs) {
            scores.put(pages.get(hit.doc).href(), (double) hit.score);
        }
        return new Best(searcher.count(query.build()), scores);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static final class Tokens extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final Iterator<Words.Word> words;

        Tokens(String text) {
            this.words = new Words().of(text).words().iterator();
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!words.hasNext()) {
                return false;
            }
            Words.Word word = words.next();
            term.append(word.stem());
            increment.setPositionIncrement(word.overlap() ? 0 : 1);
            return true;
        }
    }
}
