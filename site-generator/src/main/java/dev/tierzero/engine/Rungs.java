package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.Sha256;
import dev.tierzero.publish.ContentSecurityPolicy;
import dev.tierzero.publish.PortalZip;
import dev.tierzero.render.Inlined;
import dev.tierzero.render.OneFile;
import dev.tierzero.render.PageRenderer;
import dev.tierzero.render.Portal;
import dev.tierzero.site.LinkMap;
import dev.tierzero.site.Page;
import dev.tierzero.source.SettingsFile;
import dev.tierzero.verify.Closure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The forms in which those pages survive that must be readable when the site is gone: a copy in one file, and the source. Each is
 * verified: nothing that it shows needs anything outside it. Safe for all threads.
 */
final class Rungs {

    private final Portal portal;
    private final Inlined inlined;
    private final OneFile copies;
    private final Published files;
    private final List<Page> surviving;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Set<String> reserved = new TreeSet<>();
    private final Map<String, SortedSet<String>> needs = new ConcurrentHashMap<>();
    private final Optional<CopyStore> store;
    private final CopyKeys keys;

    /**
     * What a page survives as.
     *
     * @param files bytes by output path
     * @param diagnostics what is wrong with them
     */
    record Made(SortedMap<String, byte[]> files, List<Diagnostic> diagnostics) {

        static final Made NOTHING = new Made(new TreeMap<>(), List.of());
    }

    private Rungs(Rungs origin, Portal changed, PageRenderer renderer, Published files, Optional<CopyStore> store) {
        this.portal = changed;
        this.inlined = origin.inlined;
        this.files = files;
        this.copies = new OneFile(changed, renderer, inlined, files::bytes);
        this.surviving = changed.site().pages().stream().filter(Page::survives).toList();
        this.diagnostics.addAll(origin.diagnostics);
        this.reserved.addAll(origin.reserved);
        this.store = store;
        this.keys = new CopyKeys(
                changed,
                renderer,
                copies,
                files,
                store.map(CopyStore::circumstances).orElse(""));
    }

    /** @param taken output paths of what the site has besides */
    Rungs(
            Portal portal,
            PageRenderer renderer,
            Inlined inlined,
            Published files,
            Circumstances given,
            Collection<String> taken) {
        this.portal = portal;
        this.inlined = inlined;
        this.files = files;
        this.copies = new OneFile(portal, renderer, inlined, files::bytes);
        this.surviving = portal.site().pages().stream().filter(Page::survives).toList();
        this.store = Optional.empty();
        this.keys = new CopyKeys(portal, renderer, copies, files, "");
        if (!surviving.isEmpty()) {
            reserve(taken);
            diagnostics.addAll(
                    Closure.ofStyle(given.settings().folders().templates() + "/assets/site.css", inlined.style()));
            switchedOff(given);
        }
    }

    /** The same site with the text of one page replaced. */
    Rungs with(Portal changed, PageRenderer renderer, Published fresh) {
        return new Rungs(this, changed, renderer, fresh, Optional.empty());
    }

    /** The same, making only those copies anew that the last run did not make from the same. */
    Rungs reusing(CopyStore copies, PageRenderer renderer) {
        return new Rungs(this, portal, renderer, files, Optional.of(copies).filter(CopyStore::isKept));
    }

    private void reserve(Collection<String> taken) {
        Map<String, String> known = new TreeMap<>();
        taken.forEach(path -> known.put(path.toLowerCase(Locale.ROOT), path));
        for (Page page : surviving) {
            for (String path : List.of(page.oneFile(), page.sourceText())) {
                String other = known.get(path.toLowerCase(Locale.ROOT));
                if (other == null) {
                    reserved.add(path);
                } else {
                    diagnostics.add(Diagnostic.error(
                            "OF008",
                            SourcePosition.ofFile(source(other)),
                            other + " would stand where " + page.href() + " survives as " + path,
                            "rename the file"));
                }
            }
        }
    }

    /** The file of content that is published at an output path; the path itself of what has none. */
    private String source(String output) {
        return portal.site()
                .page(output)
                .flatMap(Page::document)
                .map(ParsedDocument::file)
                .or(() -> files.asset(output).map(asset -> asset.file()))
                .orElse(output);
    }

    private void switchedOff(Circumstances given) {
        String pages = surviving.size() == 1 ? "1 page has" : surviving.size() + " pages have";
        if (!given.settings().portalZip()) {
            diagnostics.add(info(
                    pages + " to be readable when the site is gone, and portal.zip is not made",
                    "write portal-zip: true: the archive is read and searched from a disk"));
        }
        if (!given.settings().offline()) {
            diagnostics.add(info(
                    pages + " to be readable when the site is gone, and browsers keep nothing",
                    "leave offline: false out, unless copies must not stay on devices"));
        }
    }

    private static Diagnostic info(String message, String hint) {
        return Diagnostic.info("OF007", SourcePosition.ofFile(SettingsFile.NAME), message, hint);
    }

    /** Pages that survive, by output path. */
    List<Page> surviving() {
        return surviving;
    }

    /** Output paths of copies and sources. */
    Set<String> outputs() {
        return reserved;
    }

    /** The page that survives at an output path. */
    Optional<Page> pageOf(String path) {
        return surviving.stream()
                .filter(page -> reserved.contains(path)
                        && (page.oneFile().equals(path) || page.sourceText().equals(path)))
                .findFirst();
    }

    /** Output paths of the sources. */
    List<String> texts() {
        return surviving.stream()
                .map(Page::sourceText)
                .filter(reserved::contains)
                .toList();
    }

    /** What lets copies run where the site stands. */
    ContentSecurityPolicy policy() {
        return surviving.isEmpty()
                ? ContentSecurityPolicy.STRICT
                : new ContentSecurityPolicy(inlined.allScripts(), List.of(inlined.style()));
    }

    /** What is wrong beside single pages. */
    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** What a page that was made shows and links from its steps: output paths. */
    Set<String> needs(Page page) {
        return needs.getOrDefault(page.href(), new TreeSet<>());
    }

    /**
     * Makes and verifies the forms of a surviving page; of another one nothing.
     *
     * @param live its text as it is published
     * @param targets output paths of what it refers to
     */
    Made of(Page page, String live, Collection<String> targets) {
        if (!page.survives() || live.isEmpty()) {
            return Made.NOTHING;
        }
        ParsedDocument document = page.document().orElseThrow();
        SortedMap<String, byte[]> made = new TreeMap<>();
        List<Diagnostic> found =
                new ArrayList<>(Closure.ofArchive(document.file(), page.href(), targets, PortalZip::isNeeded));
        byte[] copy = published(page, live).orElseGet(() -> made(page, live, found));
        made.put(page.oneFile(), copy);
        made.put(page.sourceText(), SourceText.of(document, files));
        made.keySet().retainAll(reserved);
        return new Made(made, found);
    }

    /** The copy that stands published, when it would be made the same again. */
    private Optional<byte[]> published(Page page, String live) {
        Optional<CopyStore.Entry> same = store.flatMap(s -> s.before(page.href()))
                .filter(entry -> entry.key().equals(keys.of(page, live, entry.needs())));
        Optional<byte[]> bytes = same.flatMap(entry -> store.orElseThrow().published(page.oneFile(), entry));
        if (bytes.isPresent()) {
            keep(page, same.orElseThrow());
        }
        return bytes;
    }

    private void keep(Page page, CopyStore.Entry entry) {
        needs.put(page.href(), entry.needs());
        store.orElseThrow().keep(page.href(), entry);
    }

    private byte[] made(Page page, String live, List<Diagnostic> found) {
        ParsedDocument document = page.document().orElseThrow();
        OneFile.Copy copy = copies.of(page, live);
        needs.put(page.href(), copy.needs());
        List<Diagnostic> wrong =
                new ArrayList<>(new Closure(document.file(), page.oneFile(), copy.live(), inlined.style())
                        .verify(new String(copy.bytes(), StandardCharsets.UTF_8), copy.bytes().length));
        copy.exits().forEach(exit -> wrong.add(exit(document, exit)));
        // Findings stand at lines of the source, which the copy does not show: with one it is made again.
        store.filter(s -> wrong.isEmpty())
                .ifPresent(s -> s.keep(
                        page.href(),
                        new CopyStore.Entry(
                                keys.of(page, live, copy.needs()),
                                copy.needs(),
                                keys.assets(copy.needs()),
                                Sha256.hex(copy.bytes()))));
        found.addAll(wrong);
        return copy.bytes();
    }

    /**
     * Takes over what the last run found of a surviving page, unless something of it may have changed.
     *
     * @param same whether the page at an output path is as it was
     */
    boolean takeOver(Page page, Predicate<String> same) {
        Optional<CopyStore.Entry> known = store.flatMap(s -> s.before(page.href()))
                .filter(entry -> entry.assets().equals(keys.assets(entry.needs())))
                .filter(entry -> entry.needs().stream()
                        .allMatch(path -> files.asset(path).isPresent() || same.test(path)));
        known.ifPresent(entry -> keep(page, entry));
        return known.isPresent();
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
        String of = source(exit.path());
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
