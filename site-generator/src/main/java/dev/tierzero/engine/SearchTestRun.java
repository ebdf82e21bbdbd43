package dev.tierzero.engine;

import dev.tierzero.query.Ranks;
import dev.tierzero.query.SearchGate;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The file of the cache that keeps what the search tests gave. */
final class SearchTestRun {

    private static final int FORMAT = 0x74305301;

    private final SealedFile file;

    /** @param file need not exist */
    SearchTestRun(Path file) {
        this.file = new SealedFile(file, FORMAT);
    }

    /**
     * A result and what it depends on.
     *
     * @param key of the index, the engine and the tests
     */
    record Kept(String key, SearchGate.Result result) {}

    Optional<Kept> read() throws IOException {
        return file.read(SearchTestRun::read);
    }

    void write(Kept kept) throws IOException {
        file.write(kept, SearchTestRun::write);
    }

    private static Kept read(DataInput in) throws IOException {
        return new Kept(
                DocumentCodec.text(in),
                new SearchGate.Result(
                        DocumentCodec.list(in, DocumentCodec::diagnostic), Ranks.of(DocumentCodec.text(in))));
    }

    private static void write(DataOutput out, Kept kept) throws IOException {
        DocumentCodec.text(out, kept.key());
        DocumentCodec.list(out, kept.result().diagnostics(), DocumentCodec::diagnostic);
        DocumentCodec.text(out, kept.result().ranks().text());
    }
}
