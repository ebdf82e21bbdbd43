package dev.tierzero.engine;

import dev.tierzero.api.CollectedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The data that was collected last, kept aside for the time when its source cannot be reached: one file a plugin, its digest and its
 * time in the first line. A damaged file counts as none.
 *
 * @param folder made when something is written; empty keeps nothing
 */
record DataStore(Optional<Path> folder) {

    Optional<CollectedData> read(String id) {
        try {
            return folder.isPresent() ? parsed(Files.readString(file(folder.get(), id))) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // Not UTF-8, or not to be opened: as good as none, and the collection goes on without it.
            return Optional.empty();
        }
    }

    private static Optional<CollectedData> parsed(String file) {
        int end = file.indexOf('\n');
        String[] head = end < 0 ? new String[0] : file.substring(0, end).split(" ", -1);
        if (head.length != 2) {
            return Optional.empty();
        }
        String text = file.substring(end + 1);
        try {
            Instant at = Instant.parse(head[1]);
            return head[0].equals(digest(head[1], text))
                    ? Optional.of(new CollectedData(text, at, Optional.empty()))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    void write(String id, CollectedData data) {
        if (folder.isEmpty()) {
            return;
        }
        String at = data.collectedAt().toString();
        try {
            Files.createDirectories(folder.get());
            Path fresh = Files.createTempFile(folder.get(), id, ".tmp");
            try {
                Files.writeString(
                        fresh, digest(at, data.text()) + " " + at + "\n" + data.text(), StandardCharsets.UTF_8);
                Files.move(
                        fresh,
                        file(folder.get(), id),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path folder, String id) {
        return folder.resolve(id + ".data");
    }

    private static String digest(String at, String text) {
        return new Digest().add(at).add(text).hex();
    }
}
