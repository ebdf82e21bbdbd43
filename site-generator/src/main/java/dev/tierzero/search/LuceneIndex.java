package dev.tierzero.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.internal.vectorization.VectorizationProvider;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Lucene's index of the pages, in memory: one segment, documents in the order given. */
final class LuceneIndex implements Closeable {

    static final String BODY = "body";
    static final String TITLE = "title";
    static final String IDENTIFIERS = "ids";
    /** Identifiers of title, keys and headings. */
    static final String KEY_IDENTIFIERS = "keys";

    private static final int[] NONE = {};

    /** Lucene tells every newer JDK that it could compute vectors faster. There are none here. Held, or its level would be lost. */
    private static final Logger VECTORS = silent(VectorizationProvider.class.getName());

    /** More pages than fit become segments, which are merged in their order. */
    private static final double RAM_BUFFER_MB = 256;

    private final Directory directory;
    private final DirectoryReader reader;

    private LuceneIndex(Directory directory, DirectoryReader reader) {
        this.directory = directory;
        this.reader = reader;
    }

    private static Logger silent(String name) {
        Logger logger = Logger.getLogger(name);
        logger.setLevel(Level.OFF);
        return logger;
    }

    static LuceneIndex of(List<PageTerms> pages) throws IOException {
        Objects.requireNonNull(VECTORS);
        Directory directory = new ByteBuffersDirectory();
        IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer())
                .setRAMBufferSizeMB(RAM_BUFFER_MB)
                .setMergePolicy(new LogDocMergePolicy())
                .setMergeScheduler(new SerialMergeScheduler())
                .setUseCompoundFile(false);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            Feed feed = new Feed();
            for (PageTerms page : pages) {
                writer.addDocument(feed.document(page));
            }
            writer.flush();
            writer.forceMerge(1);
            writer.commit();
        }
        return new LuceneIndex(directory, DirectoryReader.open(directory));
    }

    /** The one segment; none when there is no page. */
    Optional<LeafReader> leaf() {
        return reader.leaves().stream().findFirst().map(context -> context.reader());
    }

    /** For searches by Lucene. */
    DirectoryReader reader() {
        return reader;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }

    /** One document and its streams, used for all pages. */
    private static final class Feed {
        private final Document document = new Document();
        private final Replay body = stream(BODY, false);
        private final Replay title = stream(TITLE, false);
        private final Replay identifiers = stream(IDENTIFIERS, true);
        private final Replay keyIdentifiers = stream(KEY_IDENTIFIERS, true);

        private Replay stream(String name, boolean omitNorms) {
            FieldType type = new FieldType();
            type.setTokenized(true);
            type.setOmitNorms(omitNorms);
            type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
            type.freeze();
            Replay stream = new Replay();
            document.add(new Field(name, stream, type));
            return stream;
        }

        Document document(PageTerms page) {
            body.set(page.lexicon(), page.body(), page.bodyOverlaps());
            title.set(page.lexicon(), page.title(), page.titleOverlaps());
            identifiers.set(page.lexicon(), page.identifiers(), NONE);
            keyIdentifiers.set(page.lexicon(), pairs(page.keyIdentifiers()), NONE);
            return document;
        }

        private static int[] pairs(int[] numbers) {
            int[] pairs = new int[numbers.length * 2];
            for (int i = 0; i < numbers.length; i++) {
                pairs[2 * i] = numbers[i];
                pairs[2 * i + 1] = 1;
            }
            return pairs;
        }
    }
}
