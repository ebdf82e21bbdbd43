package dev.tierzero.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The whole site as one archive, for a disk that is there when nothing else is: unpacked, it is read and searched from {@code file://}. */
public final class PortalZip {

    /** Output path of the archive. */
    public static final String NAME = "portal.zip";

    /** One time for all: the same site gives the same archive, whenever it is built. In January 1980 a field with the zone is added. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final Set<String> FOR_SERVERS =
            Set.of("_headers", "_redirects", "robots.txt", "sitemap.xml", "sw.js", ".gitignore");

    private PortalZip() {}

    /** Whether a file is of use on a disk: not what is for servers alone, nor what pages can only read from one. */
    public static boolean isNeeded(String path) {
        return !FOR_SERVERS.contains(path) && !(path.startsWith("_search/") && path.endsWith(".bin"));
    }

    static void write(Path archive, Path folder, List<String> paths) throws IOException {
        try (OutputStream out =
                        Files.newOutputStream(archive, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16))) {
            for (String path : paths) {
                ZipEntry entry = new ZipEntry(path);
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                Files.copy(folder.resolve(path), zip);
                zip.closeEntry();
            }
        }
    }
}
