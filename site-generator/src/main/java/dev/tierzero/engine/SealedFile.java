package dev.tierzero.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A file of the cache with a format and a checksum, replaced at once: a damaged one, or one of another format, is as good as none.
 *
 * @param path its folder is made when it is written
 * @param format changes with what is in it
 */
record SealedFile(Path path, int format) {

    private static final int HEAD = 8;

    /** Reads what {@link #write} wrote. */
    <T> Optional<T> read(DocumentCodec.Reader<T> reader) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (bytes.length < HEAD) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            CRC32C sum = new CRC32C();
            sum.update(bytes, HEAD, bytes.length - HEAD);
            return in.readInt() == format && in.readInt() == (int) sum.getValue()
                    ? Optional.of(reader.read(in))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            // Written by another version.
            return Optional.empty();
        }
    }

    <T> void write(T value, DocumentCodec.Writer<T> writer) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(body)) {
            writer.write(out, value);
        }
        CRC32C sum = new CRC32C();
        sum.update(body.toByteArray());
        Path folder = path.resolveSibling(".").normalize();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "sealed", ".tmp");
        try {
            try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(fresh))) {
                out.writeInt(format);
                out.writeInt((int) sum.getValue());
                body.writeTo(out);
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
