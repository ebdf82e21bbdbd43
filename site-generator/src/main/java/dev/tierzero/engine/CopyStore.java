package dev.tierzero.engine;

import dev.tierzero.model.Sha256;
import dev.tierzero.site.Page;
import dev.tierzero.site.Site;
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

    private static final int FORMAT = 0x74306f02;

    private final Optional<Path> file;
    private final Path published;
    private final String circumstances;
    private final Kept before;
    private final VerifiedPages pages;
    private final Site site;
    private final ConcurrentMap<String, Entry> copies = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Size> sizes = new ConcurrentHashMap<>();

    /**
     * A copy.
     *
     * @param key digest of all that it was made from
     * @param stamp digest of its page and its sources as they were parsed and verified; empty when that is not known
     * @param needs output paths of what the steps of its page link to and of the images that it shows
     * @param sources output paths of all that was looked for to make it, there or not
     * @param sha256 of its bytes
     */
    record Entry(String key, String stamp, SortedSet<String> needs, SortedSet<String> sources, String sha256) {

        Entry {
            needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
            sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
        }
    }

    /**
     * How long a page is.
     *
     * @param stamp of the page; empty when that is not known
     */
    private record Size(String stamp, long bytes) {}

    /**
     * What the cache has.
     *
     * @param copies by the output path of the page
     * @param sizes of the pages that must be readable offline, and of what they need, by output path
     */
    private record Kept(SortedMap<String, Entry> copies, SortedMap<String, Size> sizes) {}

    private CopyStore(Inputs inputs, Optional<Path> file, Kept before, VerifiedPages pages, Site site) {
        this.file = file;
        this.published = inputs.target();
        this.circumstances = inputs.circumstances();
        this.before = before;
        this.pages = pages;
        this.site = site;
    }

    /**
     * What the last run left, if runs leave something.
     *
     * @param pages as they are now
     */
    static CopyStore of(Inputs inputs, VerifiedPages pages, Site site) throws IOException {
        Request request = inputs.request();
        Optional<Path> file =
                request.cache() ? Optional.of(request.work().resolve("cache").resolve("copies")) : Optional.empty();
        Kept before = new Kept(new TreeMap<>(), new TreeMap<>());
        if (file.isPresent()) {
            before = new SealedFile(file.get(), FORMAT).read(CopyStore::read).orElse(before);
        }
        return new CopyStore(inputs, file, before, pages, site);
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

    /** The pages as they are now. */
    VerifiedPages pages() {
        return pages;
    }

    /** Digest of a page of content, with all that it was parsed from and is verified against; empty when that is not known. */
    Optional<String> stamp(String href) {
        return site.page(href).flatMap(Page::document).flatMap(document -> pages.of(document.path()));
    }

    /** Says how long a file is, in bytes. */
    void measured(String path, long size) {
        sizes.put(path, new Size(stamp(path).orElse(""), size));
    }

    /**
     * The length of a file in bytes. A page around which nothing but menus changed may be told as it was.
     *
     * @param measured tells it when it is not known
     */
    long size(String path, ToLongFunction<String> measured) {
        Size known = sizes.get(path);
        if (known != null) {
            return known.bytes();
        }
        long size = Optional.ofNullable(before.sizes().get(path))
                .filter(old ->
                        !old.stamp().isEmpty() && old.stamp().equals(stamp(path).orElse("")))
                .map(Size::bytes)
                .orElseGet(() -> measured.applyAsLong(path));
        measured(path, size);
        return size;
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
                            DocumentCodec.text(in),
                            new TreeSet<>(DocumentCodec.list(in, DocumentCodec::text)),
                            new TreeSet<>(DocumentCodec.list(in, DocumentCodec::text)),
                            DocumentCodec.text(in)));
        }
        SortedMap<String, Size> sizes = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            sizes.put(DocumentCodec.text(in), new Size(DocumentCodec.text(in), in.readLong()));
        }
        return new Kept(copies, sizes);
    }

    private static void write(DataOutput out, Kept kept) throws IOException {
        out.writeInt(kept.copies().size());
        for (Map.Entry<String, Entry> copy : kept.copies().entrySet()) {
            write(out, copy.getKey(), copy.getValue());
        }
        out.writeInt(kept.sizes().size());
        for (Map.Entry<String, Size> size : kept.sizes().entrySet()) {
            DocumentCodec.text(out, size.getKey());
            DocumentCodec.text(out, size.getValue().stamp());
            out.writeLong(size.getValue().bytes());
        }
    }

    private static void write(DataOutput out, String href, Entry entry) throws IOException {
        DocumentCodec.text(out, href);
        DocumentCodec.text(out, entry.key());
        DocumentCodec.text(out, entry.stamp());
        DocumentCodec.list(out, List.copyOf(entry.needs()), DocumentCodec::text);
        DocumentCodec.list(out, List.copyOf(entry.sources()), DocumentCodec::text);
        DocumentCodec.text(out, entry.sha256());
    }
}
