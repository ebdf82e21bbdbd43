package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.publish.ContentSecurityPolicy;
import dev.tierzero.publish.PortalZip;
import dev.tierzero.render.Inlined;
import dev.tierzero.render.PageRenderer;
import dev.tierzero.render.Portal;
import dev.tierzero.site.Page;
import dev.tierzero.verify.Closure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The forms in which those pages survive that must be readable when the site is gone: a copy in one file, and the source. Each is
 * verified: nothing that it shows needs anything outside it. Safe for all threads.
 */
final class Rungs {

    private final RungPaths paths;
    private final Inlined inlined;
    private final Published files;
    private final List<Diagnostic> diagnostics;
    private final CopyMaker copies;

    /**
     * What a page survives as.
     *
     * @param files bytes by output path
     * @param diagnostics what is wrong with them
     */
    record Made(SortedMap<String, byte[]> files, List<Diagnostic> diagnostics) {

        static final Made NOTHING = new Made(new TreeMap<>(), List.of());
    }

    private Rungs(RungPaths paths, Inlined inlined, Published files, List<Diagnostic> diagnostics, CopyMaker copies) {
        this.paths = paths;
        this.inlined = inlined;
        this.files = files;
        this.diagnostics = diagnostics;
        this.copies = copies;
    }

    /** @param taken output paths of what the site has besides */
    static Rungs of(
            Portal portal,
            PageRenderer renderer,
            Inlined inlined,
            Published files,
            Circumstances given,
            Collection<String> taken) {
        RungPaths paths = RungPaths.of(portal.site(), files, given, taken);
        List<Diagnostic> found = new ArrayList<>(paths.diagnostics());
        if (!paths.surviving().isEmpty()) {
            found.addAll(Closure.ofStyle(given.settings().folders().templates() + "/assets/site.css", inlined.style()));
        }
        return new Rungs(
                paths, inlined, files, found, new CopyMaker(portal, renderer, inlined, files, Optional.empty()));
    }

    /** The same site with the text of one page replaced. */
    Rungs with(Portal changed, PageRenderer renderer, Published fresh) {
        return new Rungs(
                paths.with(changed.site()),
                inlined,
                fresh,
                diagnostics,
                new CopyMaker(changed, renderer, inlined, fresh, Optional.empty()));
    }

    /** The same, making only those copies anew that the last run did not make from the same. */
    Rungs reusing(CopyStore store, Portal portal, PageRenderer renderer) {
        return new Rungs(
                paths,
                inlined,
                files,
                diagnostics,
                new CopyMaker(
                        portal, renderer, inlined, files, Optional.of(store).filter(CopyStore::isKept)));
    }

    /** Pages that survive, by output path. */
    List<Page> surviving() {
        return paths.surviving();
    }

    /** Output paths of copies and sources. */
    Set<String> outputs() {
        return paths.outputs();
    }

    /** The page that survives at an output path. */
    Optional<Page> pageOf(String path) {
        return paths.pageOf(path);
    }

    /** Output paths of the sources. */
    List<String> texts() {
        return paths.texts();
    }

    /** What lets copies run where the site stands. */
    ContentSecurityPolicy policy() {
        return paths.surviving().isEmpty()
                ? ContentSecurityPolicy.STRICT
                : new ContentSecurityPolicy(inlined.allScripts(), List.of(inlined.style()));
    }

    /** What is wrong beside single pages. */
    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** What a page that was made shows and links from its steps: output paths. */
    SortedSet<String> needs(Page page) {
        return copies.needs(page);
    }

    /** Takes over what the last run found of a surviving page, unless something of it may have changed. */
    boolean takeOver(Page page) {
        return copies.takeOver(page);
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
        List<Diagnostic> found =
                new ArrayList<>(Closure.ofArchive(document.file(), page.href(), targets, PortalZip::isNeeded));
        SortedMap<String, byte[]> made = new TreeMap<>();
        made.put(page.oneFile(), copies.copy(page, live, found));
        made.put(page.sourceText(), SourceText.of(document, files));
        made.keySet().retainAll(paths.outputs());
        return new Made(made, found);
    }
}
