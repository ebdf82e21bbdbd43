package dev.tierzero.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the file system says about a file without opening it; symbolic links are not followed.
 *
 * @param kind of file
 * @param size in bytes
 * @param modified nanoseconds since the epoch
 * @param changed the same of the last change of the inode; as {@code modified} where there is no such thing
 * @param inode number; 0 where there is none
 */
record Stat(Kind kind, long size, long modified, long changed, long inode) {

    /** What kind of file it is. */
    enum Kind {
        FILE,
        FOLDER,
        LINK,
        OTHER
    }

    /** Of a file that cannot be looked at. */
    static final Stat NOTHING = new Stat(Kind.OTHER, 0, 0, 0, 0);

    private static final int TYPE_BITS = 0170000;
    private static final int FOLDER_BITS = 0040000;
    private static final int FILE_BITS = 0100000;
    private static final int LINK_BITS = 0120000;

    /** Whether the default file system tells inode numbers and their changes. */
    static boolean isUnix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    static Stat of(Path path, boolean unix) throws IOException {
        return unix ? unix(path) : basic(path);
    }

    private static Stat unix(Path path) throws IOException {
        Map<String, Object> attributes =
                Files.readAttributes(path, "unix:mode,size,lastModifiedTime,ctime,ino", LinkOption.NOFOLLOW_LINKS);
        Kind kind =
                switch ((int) number(attributes, "mode") & TYPE_BITS) {
                    case FOLDER_BITS -> Kind.FOLDER;
                    case FILE_BITS -> Kind.FILE;
                    case LINK_BITS -> Kind.LINK;
                    default -> Kind.OTHER;
                };
        return new Stat(
                kind,
                number(attributes, "size"),
                time(attributes, "lastModifiedTime"),
                time(attributes, "ctime"),
                number(attributes, "ino"));
    }

    private static Stat basic(Path path) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Kind kind = Kind.OTHER;
        if (attributes.isSymbolicLink()) {
            kind = Kind.LINK;
        } else if (attributes.isDirectory()) {
            kind = Kind.FOLDER;
        } else if (attributes.isRegularFile()) {
            kind = Kind.FILE;
        }
        long modified = nanos(attributes.lastModifiedTime());
        return new Stat(kind, attributes.size(), modified, modified, 0);
    }

    private static long number(Map<String, Object> attributes, String name) {
        return attributes.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static long time(Map<String, Object> attributes, String name) {
        return attributes.get(name) instanceof FileTime time ? nanos(time) : 0;
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }
}
