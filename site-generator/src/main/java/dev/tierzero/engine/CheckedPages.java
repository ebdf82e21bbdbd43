package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * What plugins found on single pages, kept for the next run: a page that has not changed is not checked again while everything else that
 * its checks may look at has not changed either.
 *
 * @param surroundings digest of all that but the pages' own text; empty when nothing may be kept
 * @param pages by path
 */
record CheckedPages(String surroundings, Map<String, Page> pages) {

    private static final int FORMAT = 0x74306301;

    static final CheckedPages NONE = new CheckedPages("", Map.of());

    /**
     * One page.
     *
     * @param digest of its text and of what it includes
     * @param findings of all checks about it
     */
    record Page(String digest, List<Diagnostic> findings) {}

    CheckedPages {
        pages = Map.copyOf(pages);
    }

    /** What was found on a page before, when it and its surroundings are the same. */
    Optional<List<Diagnostic>> known(String now, String path, String digest) {
        return surroundings.isEmpty() || !surroundings.equals(now) || digest.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(pages.get(path))
                        .filter(page -> page.digest().equals(digest))
                        .map(Page::findings);
    }

    /** Reads them; none when there are none or the file is damaged. */
    static CheckedPages read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return NONE;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            CRC32C sum = new CRC32C();
            sum.update(bytes, Math.min(8, bytes.length), Math.max(0, bytes.length - 8));
            if (in.readInt() != FORMAT || in.readInt() != (int) sum.getValue()) {
                return NONE;
            }
            String surroundings = DocumentCodec.text(in);
            Map<String, Page> pages = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                String path = DocumentCodec.text(in);
                pages.put(
                        path,
                        new Page(
                                DocumentCodec.text(in),
                                List.copyOf(DocumentCodec.list(in, DocumentCodec::diagnostic))));
            }
            return new CheckedPages(surroundings, pages);
        } catch (IOException | IllegalArgumentException e) {
            // Of another version: the pages are checked again.
            return NONE;
        }
    }

    void write(Path file) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(body)) {
            write(out);
        }
        CRC32C sum = new CRC32C();
        sum.update(body.toByteArray());
        Path folder = file.resolveSibling(".").normalize();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "checked", ".tmp");
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(fresh))) {
            out.writeInt(FORMAT);
            out.writeInt((int) sum.getValue());
            body.writeTo(out);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void write(DataOutput out) throws IOException {
        DocumentCodec.text(out, surroundings);
        out.writeInt(pages.size());
        for (Map.Entry<String, Page> page : new TreeMap<>(pages).entrySet()) {
            DocumentCodec.text(out, page.getKey());
            DocumentCodec.text(out, page.getValue().digest());
            DocumentCodec.list(out, new ArrayList<>(page.getValue().findings()), DocumentCodec::diagnostic);
        }
    }
}
