package dev.tierzero.search;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/**
 * What was kept of the pages in the last build, in one file, replaced at once: a damaged one, or one of another format, is as good
 * as none.
 */
final class AnalysisCache {

    /** Changes with the file's format and with what a word or an identifier is. */
    private static final int FORMAT = 0x74305302;

    private static final int HEAD = 8;

    private final Path file;

    AnalysisCache(Path file) {
        this.file = file;
    }

    /** By key; empty when there is no cache that can be used. */
    Map<String, AnalysedPage.Kept> read() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Map.of();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length < HEAD || buffer.getInt() != FORMAT || buffer.getInt() != checksum(bytes, HEAD)) {
            return Map.of();
        }
        try {
            return new KeptReader(bytes, HEAD).read();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            // The sum was right and the content is not: written by another version.
            return Map.of();
        }
    }

    /** Keeps the pages for the next build, unless they are those that were kept before. */
    void replace(Map<String, AnalysedPage.Kept> before, List<AnalysedPage> pages) throws IOException {
        Set<String> keys = pages.stream().map(page -> page.kept().key()).collect(Collectors.toSet());
        if (!keys.equals(before.keySet())) {
            byte[] body = KeptWriter.bytes(pages);
            write(body);
        }
    }

    private void write(byte[] body) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "search", ".tmp");
        try {
            try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(fresh))) {
                out.writeInt(FORMAT);
                out.writeInt(checksum(body, 0));
                out.write(body);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static int checksum(byte[] bytes, int from) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, bytes.length - from);
        return (int) sum.getValue();
    }
}
