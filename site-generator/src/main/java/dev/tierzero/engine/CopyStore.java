package dev.tierzero.engine;

import dev.tierzero.model.Sha256;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.ToLongFunction;

/**
 * The one-file copies that a run made without a finding, so that the next run makes only those anew of which something has changed. Their
 * bytes are those that were published. Safe for all threads.
 */
final class CopyStore {

    private static final int FORMAT = 0x74306f01;

    private final Optional<Path> file;
    private final Path published;
    private final String circumstances;
    private final Kept before;
    private final ConcurrentMap<String, Entry> copies = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Long> sizes = new ConcurrentHashMap<>();

    /**
     * A copy.
     *
     * @param key digest of all that it was made from
     * @param needs output paths of what the steps of its page link to and of the images that it shows
     * @param assets digest of the files of content among them
     * @param sha256 of its bytes
     */
    record Entry(String key, SortedSet<String> needs, String assets, String sha256) {

        Entry {
            needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
        }
    }

    /**
     * What the cache has.
     *
     * @param copies by the output path of the page
     * @param sizes bytes of the pages that must be readable offline, with what they need, by output path
     */
    private record Kept(SortedMap<String, Entry> copies, SortedMap<String, Long> sizes) {}

    private CopyStore(Optional<Path> file, Path published, String circumstances, Kept before) {
        this.file = file;
        this.published = published;
        this.circumstances = circumstances;
        this.before = before;
    }

    /** What the last run left, if runs leave something. */
    static CopyStore of(Inputs inputs) throws IOException {
        Request request = inputs.request();
        Optional<Path> file =
                request.cache() ? Optional.of(request.work().resolve("cache").resolve("copies")) : Optional.empty();
        Kept before = new Kept(new TreeMap<>(), new TreeMap<>());
        if (file.isPresent()) {
            before = new SealedFile(file.get(), FORMAT).read(CopyStore::read).orElse(before);
        }
        return new CopyStore(file, inputs.target(), inputs.circumstances(), before);
    }

    /** Whether something is kept for the next run. */
    boolean isKept() {
        return file.isPresent();
    }

    /** Digest of what all copies are made by: theme, settings and generator. */
    String circumstances() {
        return circumstances;
    }

    /** The copy of a page as the last run knew it. */
    Optional<Entry> before(String href) {
        return Optional.ofNullable(before.copies().get(href));
    }

    /** The bytes of a copy as they stand published; empty when they are not there, or others. */
    Optional<byte[]> published(String path, Entry entry) {
        try {
            Path copy = published.resolve(path);
            if (!Files.isRegularFile(copy)) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(copy);
            return Sha256.hex(bytes).equals(entry.sha256()) ? Optional.of(bytes) : Optional.empty();
        } catch (IOException e) {
            // What cannot be read is made anew.
            return Optional.empty();
        }
    }

    /** Keeps a copy in which nothing was found, for the next run. */
    void keep(String href, Entry entry) {
        copies.put(href, entry);
    }

    /** Says how long a file is, in bytes. */
    void measured(String path, long size) {
        sizes.put(path, size);
    }

    /**
     * The length of a file in bytes. A page around which nothing but menus changed may be told as it was.
     *
     * @param same whether it is as it was in the last run
     */
    long size(String path, boolean same, ToLongFunction<String> measured) {
        Long known = sizes.get(path);
        if (known == null) {
            Long old = same ? before.sizes().get(path) : null;
            known = old == null ? measured.applyAsLong(path) : old;
            sizes.put(path, known);
        }
        return known;
    }

    /** Leaves it to the next run. */
    void write() throws IOException {
        Kept now = new Kept(new TreeMap<>(copies), new TreeMap<>(sizes));
        if (file.isPresent() && !now.equals(before)) {
            new SealedFile(file.get(), FORMAT).write(now, CopyStore::write);
        }
    }

    private static Kept read(DataInput in) throws IOException {
        SortedMap<String, Entry> copies = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            copies.put(
                    DocumentCodec.text(in),
                    new Entry(
                            DocumentCodec.text(in),
                            new TreeSet<>(DocumentCodec.list(in, DocumentCodec::text)),
                            DocumentCodec.text(in),
                            DocumentCodec.text(in)));
        }
        SortedMap<String, Long> sizes = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            sizes.put(DocumentCodec.text(in), in.readLong());
        }
        return new Kept(copies, sizes);
    }

    private static void write(DataOutput out, Kept kept) throws IOException {
        out.writeInt(kept.copies().size());
        for (Map.Entry<String, Entry> copy : kept.copies().entrySet()) {
            write(out, copy.getKey(), copy.getValue());
        }
        out.writeInt(kept.sizes().size());
        for (Map.Entry<String, Long> size : kept.sizes().entrySet()) {
            DocumentCodec.text(out, size.getKey());
            out.writeLong(size.getValue());
        }
    }

    private static void write(DataOutput out, String href, Entry entry) throws IOException {
        DocumentCodec.text(out, href);
        DocumentCodec.text(out, entry.key());
        DocumentCodec.list(out, List.copyOf(entry.needs()), DocumentCodec::text);
        DocumentCodec.text(out, entry.assets());
        DocumentCodec.text(out, entry.sha256());
    }
}
