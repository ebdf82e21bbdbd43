package dev.tierzero.engine;

import dev.tierzero.model.Parsed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.CRC32C;

/**
 * Parsed pages of earlier builds in one file, by path. An entry counts only while its key (a hash of the page's bytes, the settings
 * and the generator) and the digests of all it included are what they were. Every entry carries a checksum: a damaged entry is as
 * good as none. The file is replaced at once, so that a kill leaves the old or the new.
 */
final class ParseCache {

    private static final int MAGIC = 0x74305043;
    private static final int FORMAT = 4;
    private static final int LARGEST_ENTRY = 64 << 20;

    private final Path file;

    /**
     * One page of an earlier build.
     *
     * @param key of the page's own bytes and circumstances
     * @param includes digests by path of what it included; empty for a file that there was none of
     * @param parsed the result
     */
    record Entry(String key, Map<String, String> includes, Parsed parsed) {

        /** Whether both are one result; a page parsed again has a key of its own, or none. */
        boolean isSame(Entry other) {
            return !key.isEmpty() && key.equals(other.key) && includes.equals(other.includes);
        }

        /** Digest of all that the result was made from; empty when that is not known. */
        Optional<String> digest() {
            return key.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Digest()
                            .add(key)
                            .add(new TreeMap<>(includes).toString())
                            .hex());
        }

        /** Whether the entry is still true. */
        boolean isFresh(String currentKey, Function<String, Optional<String>> digest) {
            return key.equals(currentKey)
                    && includes.entrySet().stream()
                            .allMatch(i -> digest.apply(i.getKey()).orElse("").equals(i.getValue()));
        }
    }

    ParseCache(Path folder) {
        this.file = folder.resolve("parse.pack");
    }

    /** The entries by path; empty when there is no cache or it is of another format. */
    Map<String, Entry> read() throws IOException {
        Map<String, Entry> entries = new HashMap<>();
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return entries;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC || in.readInt() != FORMAT) {
                return entries;
            }
            int at = 8;
            while (at + 8 <= bytes.length) {
                int length = in.readInt();
                int sum = in.readInt();
                at += 8;
                if (length < 0 || length > LARGEST_ENTRY || at + length > bytes.length) {
                    return entries;
                }
                if (checksum(bytes, at, length) == sum) {
                    entry(bytes, at, length)
                            .ifPresent(e -> entries.put(e.parsed().document().path(), e));
                }
                at += length;
                in.skipNBytes(length);
            }
        } catch (EOFException e) {
            return entries;
        }
        return entries;
    }

    /** Replaces the cache. */
    void write(Collection<Entry> entries) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "parse", ".tmp");
        try (OutputStream raw = new java.io.BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16);
                DataOutputStream out = new DataOutputStream(raw)) {
            out.writeInt(MAGIC);
            out.writeInt(FORMAT);
            Bytes bytes = new Bytes();
            for (Entry entry : entries) {
                bytes.reset();
                write(new DataOutputStream(bytes), entry);
                out.writeInt(bytes.size());
                out.writeInt(checksum(bytes.array(), 0, bytes.size()));
                out.write(bytes.array(), 0, bytes.size());
            }
        } catch (IOException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(DataOutputStream out, Entry entry) throws IOException {
        DocumentCodec.text(out, entry.key());
        DocumentCodec.list(out, List.copyOf(entry.includes().entrySet()), (o, include) -> {
            DocumentCodec.text(o, include.getKey());
            DocumentCodec.text(o, include.getValue());
        });
        DocumentCodec.write(out, entry.parsed());
    }

    private static Optional<Entry> entry(byte[] bytes, int at, int length) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, at, length))) {
            String key = DocumentCodec.text(in);
            Map<String, String> includes = new HashMap<>();
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                includes.put(DocumentCodec.text(in), DocumentCodec.text(in));
            }
            return Optional.of(new Entry(key, includes, DocumentCodec.read(in)));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            // The sum was right and the content is not: written by another version. The page is parsed again.
            return Optional.empty();
        }
    }

    private static int checksum(byte[] bytes, int at, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, at, length);
        return (int) sum.getValue();
    }

    /** Gives its array without a copy. */
    private static final class Bytes extends ByteArrayOutputStream {
        byte[] array() {
            return buf;
        }
    }
}
