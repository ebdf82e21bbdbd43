package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.ScannedFile;
import dev.tierzero.model.Sha256;
import dev.tierzero.render.Inlined;
import dev.tierzero.render.OneFile;
import dev.tierzero.render.PageRenderer;
import dev.tierzero.render.Portal;
import dev.tierzero.site.LinkMap;
import dev.tierzero.site.Page;
import dev.tierzero.verify.Closure;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Makes and verifies the one-file copies of pages, or takes over those of the last run. Safe for all threads. */
final class CopyMaker {

    private final Portal portal;
    private final Inlined inlined;
    private final OneFile copies;
    private final Published files;
    private final Optional<CopyStore> store;
    private final CopyKeys keys;
    private final Map<String, SortedSet<String>> needs = new ConcurrentHashMap<>();

    /** @param store copies of the last run; with none all are made */
    CopyMaker(Portal portal, PageRenderer renderer, Inlined inlined, Published files, Optional<CopyStore> store) {
        this.portal = portal;
        this.inlined = inlined;
        this.copies = new OneFile(portal, renderer, inlined, files::bytes);
        this.files = files;
        this.store = store;
        this.keys = new CopyKeys(
                portal,
                renderer,
                copies,
                files,
                store.map(CopyStore::circumstances).orElse(""));
    }

    /** What a page whose copy was made or taken over shows and links from its steps: output paths. */
    SortedSet<String> needs(Page page) {
        return needs.getOrDefault(page.href(), Collections.emptySortedSet());
    }

    /**
     * The copy of a page. One about which nothing is found, here or before, is kept for the next run.
     *
     * @param live its text as it is published
     * @param found what is wrong with the page already; takes what is wrong with the copy
     */
    byte[] copy(Page page, String live, List<Diagnostic> found) {
        Optional<CopyStore.Entry> same = store.flatMap(s -> s.before(page.href()))
                .filter(entry -> keys.of(page, live, entry.sources()).equals(Optional.of(entry.key())));
        Optional<byte[]> bytes = same.flatMap(entry -> store.orElseThrow().published(page.oneFile(), entry));
        if (bytes.isPresent()) {
            CopyStore.Entry entry = same.orElseThrow();
            needs.put(page.href(), entry.needs());
            keep(page, entry.key(), entry.needs(), entry.sources(), entry.sha256(), found);
            return bytes.get();
        }
        return made(page, live, found);
    }

    private byte[] made(Page page, String live, List<Diagnostic> found) {
        ParsedDocument document = page.document().orElseThrow();
        OneFile.Copy copy = copies.of(page, live);
        needs.put(page.href(), copy.needs());
        found.addAll(new Closure(document.file(), page.oneFile(), copy.live(), inlined.style())
                .verify(new String(copy.bytes(), StandardCharsets.UTF_8), copy.bytes().length));
        copy.exits().forEach(exit -> found.add(exit(document, exit)));
        if (store.isPresent() && found.isEmpty()) {
            keys.of(page, live, copy.sources())
                    .ifPresent(key -> keep(page, key, copy.needs(), copy.sources(), Sha256.hex(copy.bytes()), found));
        }
        return copy.bytes();
    }

    /** Findings stand at lines of the source, which the copy does not show: with one it is made again. */
    private void keep(
            Page page,
            String key,
            SortedSet<String> needed,
            SortedSet<String> sources,
            String sha256,
            List<Diagnostic> found) {
        if (found.isEmpty()) {
            CopyStore.Entry entry = new CopyStore.Entry(key, stamp(page, sources), needed, sources, sha256);
            store.orElseThrow().keep(page.href(), entry);
        }
    }

    /** Takes over what the last run found of a surviving page, unless something of it may have changed. */
    boolean takeOver(Page page) {
        Optional<CopyStore.Entry> known = store.flatMap(s -> s.before(page.href()))
                .filter(entry -> !entry.stamp().isEmpty())
                .filter(entry -> entry.stamp().equals(stamp(page, entry.sources())));
        known.ifPresent(entry -> {
            needs.put(page.href(), entry.needs());
            store.orElseThrow().keep(page.href(), entry);
        });
        return known.isPresent();
    }

    /** Digest of a page and of the sources of its copy; empty when it is not known of each whether it has changed. */
    private String stamp(Page page, SortedSet<String> sources) {
        Digest digest = new Digest();
        SortedSet<String> all = new TreeSet<>(sources);
        all.add(page.href());
        for (String path : all) {
            Optional<String> state = portal.site().page(path).isPresent()
                    ? store.orElseThrow().stamp(path)
                    : Optional.of(files.asset(path).map(ScannedFile::sha256).orElse(""));
            if (state.isEmpty()) {
                return "";
            }
            digest.add(path).add(state.get());
        }
        return digest.hex();
    }

    private Diagnostic exit(ParsedDocument document, OneFile.Exit exit) {
        SourcePosition at = position(document, exit.url());
        if (!exit.page()) {
            return Diagnostic.warning(
                    "OF004",
                    at,
                    "a step links to " + exit.path() + ", a file, which the one-file copy of this page cannot hold",
                    "write what the step needs of it into the page");
        }
        String of = files.source(portal.site(), exit.path());
        return Diagnostic.warning(
                "OF004",
                at,
                "a step links to " + of
                        + (exit.begun()
                                ? ", of which the one-file copy of this page holds only the beginning"
                                : ", which the one-file copy of this page cannot hold"),
                "link the section that the step needs, or say survives: offline in " + of);
    }

    private SourcePosition position(ParsedDocument document, String url) {
        List<LinkMap.Target> targets = Optional.ofNullable(portal.links().get(document.path()))
                .map(LinkMap.Resolved::targets)
                .orElse(List.of());
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i).url().equals(url)) {
                return document.links().get(i).position();
            }
        }
        return SourcePosition.ofFile(document.file());
    }
}
