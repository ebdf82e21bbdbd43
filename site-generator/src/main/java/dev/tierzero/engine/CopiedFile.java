package dev.tierzero.engine;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A file from a folder beside the content that is published as it is (JBake's {@code assets/}): styles and scripts of the site's own,
 * reviewed as code.
 *
 * @param output output path
 * @param bytes its content
 * @param sha256 of the bytes, hex
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record CopiedFile(String output, byte[] bytes, String sha256) {

    /** The files of the folder, sorted; hidden files and symbolic links are passed over. */
    static List<CopiedFile> in(Path site, Optional<String> folder) throws IOException {
        List<CopiedFile> files = new ArrayList<>();
        Optional<Path> top = folder.map(site::resolve).filter(f -> Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS));
        if (top.isEmpty()) {
            return files;
        }
        Files.walkFileTree(top.get(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = top.get().relativize(file).toString().replace('\\', '/');
                if (attributes.isRegularFile() && !path.startsWith(".") && !path.contains("/.")) {
                    byte[] bytes = Files.readAllBytes(file);
                    files.add(new CopiedFile(path, bytes, HexFormat.of().formatHex(Digest.sha256(bytes))));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(Comparator.comparing(CopiedFile::output));
        return files;
    }
}
