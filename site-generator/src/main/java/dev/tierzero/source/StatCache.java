package dev.tierzero.source;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What every file looked like when it was last hashed, as in git's index: a file that still looks so is neither read
 * nor hashed again. A file that was changed so shortly before the last scan that a later change could carry the same
 * time ("racily clean") is never trusted.
 */
final class StatCache {

    private static final int FORMAT = 0x54305301;
    private static final int DIGEST_BYTES = 32;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Kernels stamp files with the time of the last tick (at most 10 ms); twice that. */
    private static final long FINE_NANOS = 20_000_000L;

    /** FAT counts in steps of 2 s, others in seconds; their times have no fraction. */
    private static final long COARSE_NANOS = 2 * NANOS_PER_SECOND;

    /** What a file looked like, and the hash it had. */
    record Entry(Stat stat, String sha256) {}

    private final Map<String, Entry> entries;
    private final long scannedAt;

    private StatCache(Map<String, Entry> entries, long scannedAt) {
        this.entries = entries;
        this.scannedAt = scannedAt;
    }

    /** The cache in a file; an empty one when the file is absent, damaged or of another version. */
    static StatCache read(Path file) {
        try {
            return read(CheckedFile.read(file, FORMAT));
        } catch (IOException e) {
            return new StatCache(Map.of(), Long.MIN_VALUE);
        }
    }

    /** The hash of a file that looks exactly as it did, and did so long enough. */
    Optional<String> sha256(String path, Stat stat) {
        return Optional.ofNullable(entries.get(path))
                .filter(entry -> entry.stat().equals(stat) && isSettled(stat))
                .map(Entry::sha256);
    }

    /** Whether these entries are what is stored, so that writing them changes nothing. */
    boolean holds(Map<String, Entry> others) {
        return entries.equals(others) && others.values().stream().allMatch(e -> isSettled(e.stat()));
    }

    /**
     * Writes entries, whole or not at all.
     *
     * @param scannedAt the file system's clock before the first file was looked at, in ns since the epoch
     */
    static void write(Path file, Map<String, Entry> entries, long scannedAt) throws IOException {
        CheckedFile.write(file, FORMAT, out -> {
            out.writeLong(scannedAt);
            out.writeInt(entries.size());
            for (Map.Entry<String, Entry> entry : entries.entrySet()) {
                Stat stat = entry.getValue().stat();
                out.writeUTF(entry.getKey());
                out.writeLong(stat.size());
                out.writeLong(stat.modified());
                out.writeLong(stat.changed());
                out.writeLong(stat.inode());
                out.write(HexFormat.of().parseHex(entry.getValue().sha256()));
            }
        });
    }

    private static StatCache read(DataInputStream in) throws IOException {
        long scannedAt = in.readLong();
        int count = in.readInt();
        Map<String, Entry> entries = new HashMap<>(count * 2);
        byte[] digest = new byte[DIGEST_BYTES];
        for (int i = 0; i < count; i++) {
            String path = in.readUTF();
            Stat stat = new Stat(Stat.Kind.FILE, in.readLong(), in.readLong(), in.readLong(), in.readLong());
            in.readFully(digest);
            entries.put(path, new Entry(stat, HexFormat.of().formatHex(digest)));
        }
        return new StatCache(entries, scannedAt);
    }

    private boolean isSettled(Stat stat) {
        long latest = Math.max(stat.modified(), stat.changed());
        boolean coarse = stat.modified() % NANOS_PER_SECOND == 0 && stat.changed() % NANOS_PER_SECOND == 0;
        return latest < scannedAt - (coarse ? COARSE_NANOS : FINE_NANOS);
    }
}
