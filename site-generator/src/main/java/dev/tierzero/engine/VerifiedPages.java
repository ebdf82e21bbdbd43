package dev.tierzero.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pages of content that a run verified without a finding.
 *
 * @param state digest of what a page that has not changed itself was verified against; empty when there is none
 * @param pages digest of all that a page was parsed from, by the path of its source
 */
record VerifiedPages(String state, SortedMap<String, String> pages) {

    private static final int FORMAT = 0x74307601;

    static final VerifiedPages NONE = new VerifiedPages("", new TreeMap<>());

    /** The pages as they are now. */
    static VerifiedPages of(
            Inputs inputs, Rendering rendering, Contributions contributions, List<ParseCache.Entry> entries) {
        Digest state = new Digest().add(inputs.circumstances());
        rendering.outputs().forEach(state::add);
        SortedMap<String, String> pages = new TreeMap<>();
        for (ParseCache.Entry entry : entries) {
            entry.digest()
                    .ifPresent(digest -> pages.put(entry.parsed().document().path(), digest));
        }
        return new VerifiedPages(state.add(contributions.digest()).hex(), pages);
    }

    /** Whether a page was verified as it is now. */
    boolean has(String path, VerifiedPages now) {
        Optional<String> digest = now.of(path);
        return digest.isPresent() && digest.equals(of(path));
    }

    /** The digest of a page with what it was verified against; empty when that is not known. */
    Optional<String> of(String path) {
        return Optional.ofNullable(pages.get(path))
                .map(digest -> new Digest().add(state).add(digest).hex());
    }

    /** Those of the last run; none when there are none or the file is damaged. */
    static VerifiedPages read(Path file) throws IOException {
        return new SealedFile(file, FORMAT).read(VerifiedPages::read).orElse(NONE);
    }

    private static VerifiedPages read(DataInput in) throws IOException {
        String state = DocumentCodec.text(in);
        SortedMap<String, String> pages = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            pages.put(DocumentCodec.text(in), DocumentCodec.text(in));
        }
        return new VerifiedPages(state, pages);
    }

    void write(Path file) throws IOException {
        new SealedFile(file, FORMAT).write(this, VerifiedPages::write);
    }

    private static void write(DataOutput out, VerifiedPages verified) throws IOException {
        DocumentCodec.text(out, verified.state());
        out.writeInt(verified.pages().size());
        for (Map.Entry<String, String> page : verified.pages().entrySet()) {
            DocumentCodec.text(out, page.getKey());
            DocumentCodec.text(out, page.getValue());
        }
    }
}
