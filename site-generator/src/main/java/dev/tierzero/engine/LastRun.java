package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.Emergency;
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
 * @param counts of files by class
 * @param diagnostics in order
 * @param letThrough in an emergency; nothing on any other day
 */
record LastRun(
        String fingerprint,
        String data,
        Map<FileClass, Integer> counts,
        List<Diagnostic> diagnostics,
        LetThrough letThrough) {

    /**
     * What an emergency let through.
     *
     * @param findings those that are listed
     * @param more how many besides
     */
    record LetThrough(List<Emergency.Failed> findings, int more) {

        static final LetThrough NOTHING = new LetThrough(List.of(), 0);

        LetThrough {
            findings = List.copyOf(findings);
        }

        static LetThrough of(Emergency emergency) {
            return new LetThrough(emergency.findings(), emergency.more());
        }

        /** An entry of the record with this instead of what it lists. */
        Emergency by(Emergency entry) {
            return entry.with(findings, more);
        }
    }

    private static final int FORMAT = 0x74304c06;

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
        Map<FileClass, Integer> counts = new EnumMap<>(FileClass.class);
        for (FileClass fileClass : FileClass.values()) {
            int count = in.readInt();
            if (count > 0) {
                counts.put(fileClass, count);
            }
        }
        List<Diagnostic> diagnostics = DocumentCodec.list(in, DocumentCodec::diagnostic);
        LetThrough letThrough = new LetThrough(DocumentCodec.list(in, LastRun::failed), in.readInt());
        return new LastRun(fingerprint, data, counts, diagnostics, letThrough);
    }

    private static Emergency.Failed failed(DataInput in) throws IOException {
        return new Emergency.Failed(
                DocumentCodec.text(in), DocumentCodec.text(in), in.readInt(), DocumentCodec.text(in));
    }

    private static void failed(DataOutput out, Emergency.Failed failed) throws IOException {
        DocumentCodec.text(out, failed.code());
        DocumentCodec.text(out, failed.file());
        out.writeInt(failed.line());
        DocumentCodec.text(out, failed.message());
    }

    void write(Path file) throws IOException {
        new SealedFile(file, FORMAT).write(this, LastRun::write);
    }

    private static void write(DataOutput out, LastRun run) throws IOException {
        DocumentCodec.text(out, run.fingerprint());
        DocumentCodec.text(out, run.data());
        for (FileClass fileClass : FileClass.values()) {
            out.writeInt(run.counts().getOrDefault(fileClass, 0));
        }
        DocumentCodec.list(out, run.diagnostics(), DocumentCodec::diagnostic);
        DocumentCodec.list(out, run.letThrough().findings(), LastRun::failed);
        out.writeInt(run.letThrough().more());
    }
}
