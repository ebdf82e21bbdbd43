package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.FileClass;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

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
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            CRC32C sum = new CRC32C();
            if (bytes.length < 8) {
                return Optional.empty();
            }
            sum.update(bytes, 8, bytes.length - 8);
            if (in.readInt() != FORMAT || in.readInt() != (int) sum.getValue()) {
                return Optional.empty();
            }
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
            return Optional.of(new LastRun(
                    fingerprint, data, verified, counts, DocumentCodec.list(in, DocumentCodec::diagnostic)));
        } catch (IOException | IllegalArgumentException e) {
            // Written by another version: the run is done again.
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(body)) {
            DocumentCodec.text(out, fingerprint);
            DocumentCodec.text(out, data);
            DocumentCodec.text(out, verified);
            for (FileClass fileClass : FileClass.values()) {
                out.writeInt(counts.getOrDefault(fileClass, 0));
            }
            DocumentCodec.list(out, diagnostics, DocumentCodec::diagnostic);
        }
        CRC32C sum = new CRC32C();
        sum.update(body.toByteArray());
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "run", ".tmp");
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(fresh))) {
            out.writeInt(FORMAT);
            out.writeInt((int) sum.getValue());
            body.writeTo(out);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
