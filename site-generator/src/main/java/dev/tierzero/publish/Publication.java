package dev.tierzero.publish;

import dev.tierzero.model.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

/**
 * One attempt to replace a published folder. Files are written aside; {@link #publish} exchanges the folders in one step, {@link
 * #abandon} keeps the attempt for inspection. Safe for use by several threads until either is called. Holds a lock, so that two
 * builds of one site never mix.
 */
public final class Publication implements AutoCloseable {

    private final Path target;
    private final Path room;
    private final Path staging;
    private final RoomLock lock;
    private final Optional<Manifest> previous;
    private final SortedMap<String, Manifest.Entry> files = new ConcurrentSkipListMap<>();
    private final Map<Path, Boolean> folders = new ConcurrentHashMap<>();

    private Publication(Path target, Path room, RoomLock lock, Optional<Manifest> previous) {
        this.target = target;
        this.room = room;
        this.lock = lock;
        this.previous = previous;
        this.staging = room.resolve("staging");
    }

    /**
     * Begins an attempt.
     *
     * @param target the folder to replace; absent, empty, or published by a {@code Publication} before
     * @param work the site's working folder ({@code .tier0}) for what is written aside, when it is on the same file system
     * @throws ForeignFolderException when the folder holds something else
     * @throws BusyException when another process is publishing there
     */
    public static Publication begin(Path target, Path work) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        published(absolute);
        Path room = room(absolute, work.toAbsolutePath().normalize());
        Files.createDirectories(room);
        RoomLock lock = RoomLock.of(room);
        try {
            // What was there before the lock may have been replaced by the build that held it.
            Publication publication = new Publication(absolute, room, lock, published(absolute));
            publication.clear();
            return publication;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private void clear() throws IOException {
        delete(staging);
        delete(room.resolve("staging.old"));
        Files.createDirectories(staging);
    }

    /** The manifest of what is published now; empty when nothing is. */
    public static Optional<Manifest> published(Path target) throws IOException {
        if (!Files.exists(target)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(target)) {
            throw new ForeignFolderException(target);
        }
        Optional<Manifest> manifest = Manifest.read(target);
        if (manifest.isEmpty() && !isEmptyFolder(target)) {
            throw new ForeignFolderException(target);
        }
        return manifest;
    }

    /** Writes a file of the new site. */
    public void write(String path, byte[] bytes) throws IOException {
        Path file = place(path);
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        files.put(path, new Manifest.Entry(Sha256.hex(bytes), bytes.length));
    }

    /**
     * Writes an archive of what was written so far.
     *
     * @param path of the archive
     * @param wanted tells by its path whether a file goes into it
     * @throws IOException when there is such a file already, or no room
     */
    public void archive(String path, Predicate<String> wanted) throws IOException {
        Path file = place(path);
        if (files.containsKey(path)) {
            throw new IOException(
                    path + " is a file of the site itself, so the archive of the site cannot stand there; "
                            + "give that file another name, or set portal-zip: false");
        }
        PortalZip.write(file, staging, files.keySet().stream().filter(wanted).toList());
        files.put(path, new Manifest.Entry(Sha256.hex(Files.readAllBytes(file)), Files.size(file)));
    }

    /** The files written so far. */
    public SortedMap<String, Manifest.Entry> files() {
        return files;
    }

    /** Puts the new site in place of the old in one step. */
    public Manifest publish(String generator, String fingerprint) throws IOException {
        Manifest manifest = new Manifest(generator, fingerprint, files);
        Files.writeString(staging.resolve(Manifest.NAME), manifest.json(), StandardCharsets.UTF_8);
        Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(target));
        if (Files.isDirectory(target) && previous.isEmpty()) {
            Files.delete(target);
        }
        Exchange.exchange(staging, target);
        delete(staging);
        delete(room.resolve("failed"));
        return manifest;
    }

    /** Leaves the published site as it is and keeps this attempt aside. Returns where. */
    public Path abandon() throws IOException {
        Path failed = room.resolve("failed");
        delete(failed);
        Files.move(staging, failed);
        return failed;
    }

    /** Leaves the published site as it is and keeps nothing of this attempt. */
    public void discard() throws IOException {
        delete(staging);
    }

    /** Lets the next build begin. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    private Path place(String path) throws IOException {
        Path file = staging.resolve(path).normalize();
        if (!file.startsWith(staging) || file.equals(staging)) {
            throw new IllegalArgumentException("output path leaves the site: " + path);
        }
        Path folder = file.getParent();
        if (folder != null) {
            // Made before any thread goes on: whoever asks for the same folder waits.
            folders.computeIfAbsent(folder, Publication::made);
        }
        return file;
    }

    private static boolean made(Path folder) {
        try {
            Files.createDirectories(folder);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both folders must be on one file system for the exchange: beside the target when the working folder is elsewhere. */
    private static Path room(Path target, Path work) throws IOException {
        Files.createDirectories(work);
        Path parent = Optional.ofNullable(target.getParent()).orElse(target);
        Files.createDirectories(parent);
        if (Files.getFileStore(parent).equals(Files.getFileStore(work))) {
            String key = Sha256.hex(target.toString().getBytes(StandardCharsets.UTF_8))
                    .substring(0, 12);
            return work.resolve("publish").resolve(key);
        }
        return parent.resolve("." + target.getFileName() + ".tier0");
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        try (var entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, java.io.IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Says that the output folder holds something that no build wrote. */
    public static final class ForeignFolderException extends IOException {
        private static final long serialVersionUID = 1L;

        ForeignFolderException(Path folder) {
            super(
                    Files.isDirectory(folder)
                            ? folder + " holds files that Tier Zero did not write; name another folder with --output,"
                                    + " or empty it"
                            : folder + " is a file, not a folder; name another folder with --output");
        }
    }

    /** Says that another build of the same site is publishing. */
    public static final class BusyException extends IOException {
        private static final long serialVersionUID = 1L;

        BusyException(String pid) {
            super("another build of this site is running" + (pid.isEmpty() ? "" : " (process " + pid + ")")
                    + "; wait for it, or build into another folder with --output");
        }
    }
}
