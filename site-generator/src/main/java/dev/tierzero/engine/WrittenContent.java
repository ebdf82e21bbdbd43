package dev.tierzero.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** Writes files of content that commands are asked to write: at once, as a whole, and nowhere else. */
final class WrittenContent {

    private WrittenContent() {}

    /**
     * Puts bytes in place.
     *
     * @param content the content folder; the file has to be in it, links followed
     * @return false when they were there already
     */
    static boolean write(Path content, Path file, byte[] bytes) throws IOException {
        if (Files.isSymbolicLink(file)) {
            throw new IOException(file + ": is a symbolic link, and is not written through");
        }
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return false;
        }
        Path folder = file.resolveSibling(".").normalize();
        Files.createDirectories(folder);
        if (!folder.toRealPath().startsWith(content.toRealPath())) {
            throw new IOException(file + ": lies outside the content folder, through a symbolic link");
        }
        Path fresh = Files.createTempFile(folder, ".fresh", ".tmp");
        try {
            Files.write(fresh, bytes);
            // A temporary file is its owner's alone; content is read by whoever builds.
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return true;
    }
}
