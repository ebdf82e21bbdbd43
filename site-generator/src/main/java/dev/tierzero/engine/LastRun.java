package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.FileClass;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the last run found, so that a run on the same input can say it again without doing it again.
 *
 * @param fingerprint of every file and setting
 * @param data mark of the data that was collected; empty when it followed from the files
 * @param verified digest of theme, settings, generator and output paths, when every page was verified under them without a finding;
 *     else empty
 * @param counts of files by class
 * @param diagnostics in order
 */
record LastRun(
        String fingerprint,
        String data,
        String verified,
        Map<FileClass, Integer> counts,
        List<Diagnostic> diagnostics) {

    private static final int FORMAT = 0x74304c04;

    LastRun {
        EnumMap<FileClass, Integer> copy = new EnumMap<>(FileClass.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
        diagnostics = List.copyOf(diagnostics);
    }

    /** The last run kept in a file; empty when there is none or it is damaged. */
    static Optional<LastRun> read(Path file) throws IOException {
        return new SealedFile(file, FORMAT).read(LastRun::read);
    }

    private static LastRun read(DataInput in) throws IOException {
        String fingerprint = DocumentCodec.text(in);
        String data = DocumentCodec.text(in);
        String verified = DocumentCodec.text(in);
        Map<FileClass, Integer> counts = new EnumMap<>(FileClass.class);
        for (FileClass fileClass : FileClass.values()) {
            int count = in.readInt();
            if (count > 0) {
                counts.put(fileClass, count);
            }
        }
        return new LastRun(fingerprint, data, verified, counts, DocumentCodec.list(in, DocumentCodec::diagnostic));
    }

    void write(Path file) throws IOException {
        new SealedFile(file, FORMAT).write(this, LastRun::write);
    }

    private static void write(DataOutput out, LastRun run) throws IOException {
        DocumentCodec.text(out, run.fingerprint());
        DocumentCodec.text(out, run.data());
        DocumentCodec.text(out, run.verified());
        for (FileClass fileClass : FileClass.values()) {
            out.writeInt(run.counts().getOrDefault(fileClass, 0));
        }
        DocumentCodec.list(out, run.diagnostics(), DocumentCodec::diagnostic);
    }
}
