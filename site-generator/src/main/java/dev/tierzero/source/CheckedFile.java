package dev.tierzero.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * A file of the cache: a number that tells format and version, a payload and its SHA-256. A file that was damaged, cut
 * or written by another version is as good as none.
 */
final class CheckedFile {

    private static final int DIGEST_BYTES = 32;

    private CheckedFile() {}

    /** Writes the payload. */
    @FunctionalInterface
    interface Writer {
        void to(DataOutputStream out) throws IOException;
    }

    /**
     * The payload of a file.
     *
     * @throws IOException when there is no whole file of this format
     */
    static DataInputStream read(Path file, int format) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int length = bytes.length - DIGEST_BYTES;
        if (length < Integer.BYTES) {
            throw new IOException("cut off");
        }
        byte[] digest = Arrays.copyOfRange(bytes, length, bytes.length);
        if (!Arrays.equals(Digests.sha256(Arrays.copyOf(bytes, length)), digest)) {
            throw new IOException("damaged");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length));
        if (in.readInt() != format) {
            throw new IOException("of another version");
        }
        return in;
    }

    /** Writes a file whole or not at all. */
    static void write(Path file, int format, Writer payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(format);
            payload.to(out);
            out.write(Digests.sha256(bytes.toByteArray()));
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            throw new IOException(file + " is no file");
        }
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, "cache-", ".tmp");
        try {
            Files.write(temporary, bytes.toByteArray());
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
