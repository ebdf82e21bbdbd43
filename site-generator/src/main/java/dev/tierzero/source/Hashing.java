package dev.tierzero.source;

import dev.tierzero.model.FileClass;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The hashes of files: from the cache where they look unchanged, from their bytes otherwise. */
final class Hashing {

    private static final int BATCH = 64;

    private final ContentBytes bytes;
    private final StatCache known;
    private final int threads;
    private final Map<String, IOException> failures = new ConcurrentHashMap<>();

    Hashing(ContentBytes bytes, StatCache known, int threads) {
        this.bytes = bytes;
        this.known = known;
        this.threads = threads;
    }

    /** The hash of each file in the same order; blank for what is ignored or an error. */
    List<String> of(List<FoundFile> files) throws IOException {
        String[] hashes = new String[files.size()];
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < hashes.length; i++) {
            FoundFile file = files.get(i);
            boolean unread = file.fileClass() == FileClass.IGNORED || file.fileClass() == FileClass.ERROR;
            Optional<String> hash = unread ? Optional.of("") : known.sha256(file.path(), file.stat());
            hashes[i] = hash.orElse("");
            if (hash.isEmpty()) {
                changed.add(i);
            }
        }
        if (!changed.isEmpty()) {
            hash(files, changed, hashes);
        }
        return List.of(hashes);
    }

    /** Why files could not be read, by path. */
    Map<String, IOException> failures() {
        return failures;
    }

    private String hash(FoundFile file) {
        try {
            return bytes.hash(file);
        } catch (IOException e) {
            failures.put(file.path(), e);
            return "";
        }
    }

    private void hash(List<FoundFile> files, List<Integer> changed, String[] hashes) throws IOException {
        ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, threads));
        try {
            List<Future<Boolean>> batches = new ArrayList<>();
            for (int start = 0; start < changed.size(); start += BATCH) {
                List<Integer> batch = changed.subList(start, Math.min(start + BATCH, changed.size()));
                Callable<Boolean> task = () -> {
                    batch.forEach(i -> hashes[i] = hash(files.get(i)));
                    return true;
                };
                batches.add(executor.submit(task));
            }
            for (Future<Boolean> batch : batches) {
                batch.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading content", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading content", e);
        } finally {
            executor.shutdownNow();
        }
    }
}
