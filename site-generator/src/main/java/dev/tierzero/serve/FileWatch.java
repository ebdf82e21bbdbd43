package dev.tierzero.serve;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Waits for files to change below some folders, folders made later included. For one thread. */
final class FileWatch implements AutoCloseable {

    /** Editors write, rename and touch within a few milliseconds; a batch ends when it is quiet for this long. */
    private static final long QUIET_MILLIS = 8;

    private static final WatchEvent.Kind<?>[] KINDS = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };

    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();
    private final Predicate<Path> wanted;

    /**
     * @param site a folder of which only the files in it are watched
     * @param deep folders watched with all below them; those that do not exist are passed over
     * @param wanted which files count
     */
    FileWatch(Path site, Set<Path> deep, Predicate<Path> wanted) throws IOException {
        this.service = site.getFileSystem().newWatchService();
        this.wanted = wanted;
        folders.put(site.register(service, KINDS), site);
        for (Path folder : deep) {
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                register(folder, new TreeSet<>());
            }
        }
    }

    /** Waits for the next changes and returns the files; empty when the watch was closed. */
    Set<Path> next() throws InterruptedException, IOException {
        Set<Path> changed = new TreeSet<>();
        try {
            WatchKey key = service.take();
            while (key != null || changed.isEmpty()) {
                take(key == null ? service.take() : key, changed);
                key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (ClosedWatchServiceException e) {
            return Set.of();
        }
        return changed;
    }

    private void take(WatchKey key, Set<Path> changed) throws IOException {
        Path folder = folders.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (folder == null) {
                continue;
            }
            if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
                // Too many changes to be told one by one: as if the folder itself had changed.
                changed.add(folder);
            } else if (event.context() instanceof Path name) {
                Path path = folder.resolve(name);
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && wanted.test(path.resolve("any"))) {
                    register(path, changed);
                } else if (wanted.test(path)) {
                    changed.add(path);
                }
            }
        }
        if (!key.reset()) {
            folders.remove(key);
        }
    }

    private void register(Path top, Set<Path> found) throws IOException {
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                folders.put(folder.register(service, KINDS), folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (wanted.test(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                // It has gone since it was listed; its deletion is an event of its own.
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
