import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/**
 * The rival without any tuning: Lucene's BM25 with its defaults over one field, title and text together, by EnglishAnalyzer.
 *
 * <p>{@code index docs.tsv FOLDER}, then {@code search queries.txt FOLDER answers.txt}: an answer is a line of nanoseconds, tab,
 * ids of the first ten. The queries are run three times; the time is that of the last.
 */
final class LuceneBm25 {

    private static final int ROUNDS = 3;
    private static final int ANSWERS = 10;

    private LuceneBm25() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("index")) {
            index(Path.of(arguments[1]), Path.of(arguments[2]));
        } else {
            search(Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
        }
    }

    private static void index(Path documents, Path folder) throws IOException {
        IndexWriterConfig settings =
                new IndexWriterConfig(new EnglishAnalyzer()).setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, settings)) {
            for (String line : Files.readAllLines(documents)) {
                String[] fields = line.split("\t", -1);
                Document document = new Document();
                document.add(new StringField("id", fields[0], Field.Store.YES));
                document.add(new TextField("body", fields[1] + "\n" + fields[2], Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    private static void search(Path queries, Path folder, Path answers) throws IOException {
        List<String> texts = Files.readAllLines(queries);
        List<String> lines = new ArrayList<>();
        try (FSDirectory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            for (int round = 1; round <= ROUNDS; round++) {
                lines.clear();
                for (String text : texts) {
                    lines.add(answer(searcher, text));
                }
            }
        }
        Files.write(answers, lines);
    }

    private static String answer(IndexSearcher searcher, String text) throws IOException {
        long start = System.nanoTime();
        List<String> ids = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query(text), ANSWERS).scoreDocs) {
            ids.add(searcher.storedFields().document(hit.doc).get("id"));
        }
        long nanos = System.nanoTime() - start;
        return nanos + "\t" + ids.stream().collect(Collectors.joining(" "));
    }

    /** A word that occurs twice counts twice, as Lucene's own QueryBuilder has it. */
    private static Query query(String text) throws IOException {
        List<String> terms = new ArrayList<>();
        try (EnglishAnalyzer analyzer = new EnglishAnalyzer();
                TokenStream tokens = analyzer.tokenStream("body", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        terms.forEach(term -> query.add(new TermQuery(new Term("body", term)), BooleanClause.Occur.SHOULD));
        return query.build();
    }
}
