package dev.tierzero.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to publish into one folder, held by one thread of one process; it ends with the process. POSIX record locks belong to the
 * process and go when it closes <em>any</em> descriptor of the file (POSIX.1-2017, fcntl): whoever holds the lock must never have its
 * file opened again. So each comer first asks for the guard, which the virtual machine remembers whatever is opened and closed, and
 * touches the lock itself only with the guard in hand.
 */
final class RoomLock implements AutoCloseable {

    private final FileChannel guard;
    private final FileChannel lock;

    private RoomLock(FileChannel guard, FileChannel lock) {
        this.guard = guard;
        this.lock = lock;
    }

    /**
     * Takes the lock.
     *
     * @param room folder of the lock's files
     * @throws Publication.BusyException when another thread or process holds it
     */
    static RoomLock of(Path room) throws IOException {
        FileChannel guard = opened(room.resolve("lock.guard"));
        try {
            if (!isTaken(guard)) {
                // Another process is about to take the lock, or has it.
                throw new Publication.BusyException(holder(room));
            }
            return new RoomLock(guard, lock(room));
        } catch (OverlappingFileLockException e) {
            guard.close();
            throw new Publication.BusyException(ownProcess());
        } catch (IOException e) {
            guard.close();
            throw e;
        }
    }

    private static FileChannel lock(Path room) throws IOException {
        FileChannel lock = opened(room.resolve("lock"));
        try {
            if (!isTaken(lock)) {
                throw new Publication.BusyException(holder(room));
            }
            lock.truncate(0).write(ByteBuffer.wrap(ownProcess().getBytes(StandardCharsets.UTF_8)));
            return lock;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static FileChannel opened(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        return channel.tryLock() != null;
    }

    private static String ownProcess() {
        return Long.toString(ProcessHandle.current().pid());
    }

    /** The process that has the lock, read by one that has not: closing the file again loses nothing. */
    private static String holder(Path room) throws IOException {
        Path lock = room.resolve("lock");
        return Files.exists(lock)
                ? Files.readString(lock, StandardCharsets.UTF_8).strip()
                : "";
    }

    @Override
    public void close() throws IOException {
        // The guard goes last: until then nobody in this process opens the lock.
        try (guard) {
            lock.close();
        }
    }
}
