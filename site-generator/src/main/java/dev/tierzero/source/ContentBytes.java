package dev.tierzero.source;

import dev.tierzero.model.FileClass;
import dev.tierzero.model.ScannedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The bytes of scanned files. What the scan read to hash is kept and handed out, so what is parsed is what was hashed;
 * a page or an asset is let go when it is handed out, a partial or data is kept. Whatever is read later has to have the
 * hash that the scan found.
 */
final class ContentBytes {

    /** Larger files are hashed as a stream, and read again when they are wanted. */
    private static final long LARGEST_KEPT = 1 << 20;

    private static final OpenOption[] REAL_FILE = {StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS};

    private final Map<String, Path> onDisk = new ConcurrentHashMap<>();
    private final Map<String, byte[]> held = new ConcurrentHashMap<>();
    private final AtomicInteger hashed = new AtomicInteger();

    /** Remembers where a file is. */
    void locate(FoundFile found) {
        onDisk.putIfAbsent(found.path(), found.onDisk());
    }

    /** Reads a file and returns its hash. */
    String hash(FoundFile found) throws IOException {
        hashed.incrementAndGet();
        if (found.stat().size() > LARGEST_KEPT) {
            try (InputStream in = Files.newInputStream(found.onDisk(), REAL_FILE)) {
                return Digests.hex(in);
            }
        }
        byte[] bytes = readAll(found.onDisk());
        held.put(found.path(), bytes);
        return Digests.hex(bytes);
    }

    /** The bytes that a file's hash was taken of. */
    byte[] of(ScannedFile file) throws IOException {
        boolean shared = file.fileClass() == FileClass.PARTIAL || file.fileClass() == FileClass.DATA;
        byte[] kept = shared ? held.get(file.path()) : held.remove(file.path());
        if (kept != null) {
            return kept;
        }
        byte[] bytes = readAll(pathOf(file));
        if (!Digests.hex(bytes).equals(file.sha256())) {
            throw new FileSystemException(file.file(), null, "was changed during the build; build again");
        }
        if (shared) {
            held.put(file.path(), bytes);
        }
        return bytes;
    }

    private Path pathOf(ScannedFile file) {
        return Optional.ofNullable(onDisk.get(file.path()))
                .orElseThrow(() -> new IllegalArgumentException("not scanned: " + file.path()));
    }

    int hashed() {
        return hashed.get();
    }

    private static byte[] readAll(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path, REAL_FILE)) {
            return in.readAllBytes();
        }
    }
}
