package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
        return new SealedFile(file, FORMAT).read(CheckedPages::read).orElse(NONE);
    }

    private static CheckedPages read(DataInput in) throws IOException {
        String surroundings = DocumentCodec.text(in);
        Map<String, Page> pages = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String path = DocumentCodec.text(in);
            String digest = DocumentCodec.text(in);
            pages.put(path, new Page(digest, List.copyOf(DocumentCodec.list(in, DocumentCodec::diagnostic))));
        }
        return new CheckedPages(surroundings, pages);
    }

    void write(Path file) throws IOException {
        new SealedFile(file, FORMAT).write(this, CheckedPages::write);
    }

    private static void write(DataOutput out, CheckedPages checked) throws IOException {
        DocumentCodec.text(out, checked.surroundings());
        out.writeInt(checked.pages().size());
        for (Map.Entry<String, Page> page : new TreeMap<>(checked.pages()).entrySet()) {
            DocumentCodec.text(out, page.getKey());
            DocumentCodec.text(out, page.getValue().digest());
            DocumentCodec.list(out, page.getValue().findings(), DocumentCodec::diagnostic);
        }
    }
}
