package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.publish.PortalZip;
import dev.tierzero.publish.ServiceWorker;
import dev.tierzero.render.Inlined;
import dev.tierzero.render.PageRenderer;
import dev.tierzero.render.Portal;
import dev.tierzero.render.Theme;
import dev.tierzero.render.ThemeException;
import dev.tierzero.site.Aliases;
import dev.tierzero.site.Page;
import dev.tierzero.site.Site;
import dev.tierzero.verify.PageVerification;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The bytes of a portal: its pages, each verified as rendered, and the files that go with them. Safe for all threads.
 */
final class Rendering {

    private final Portal portal;
    private final Theme theme;
    private final PageRenderer renderer;
    private final PageVerification verification;
    private final Aliases aliases;
    private final SortedMap<String, byte[]> companions;
    private final SortedSet<String> outputs;
    private final Published files;
    private final Rungs rungs;
    private final Map<String, Set<String>> generatedIds = new ConcurrentHashMap<>();

    /**
     * One rendered page.
     *
     * @param bytes empty when a template failed
     * @param rungs copies and source of a page that survives, by output path
     * @param diagnostics what verification found
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record Rendered(byte[] bytes, SortedMap<String, byte[]> rungs, List<Diagnostic> diagnostics) {}

    /**
     * @param contributed files that plugins contribute, by output path
     * @param files of content
     */
    Rendering(Assembly assembly, Map<String, String> contributed, Circumstances given, Theme theme, Published files) {
        this.portal = assembly.portal();
        this.theme = theme;
        this.files = files;
        this.renderer = new PageRenderer(portal, theme);
        Set<String> outputs = new HashSet<>(given.assets().values());
        portal.site().pages().forEach(page -> outputs.add(page.href()));
        this.aliases = Aliases.of(portal.site(), outputs);
        Set<String> taken = new HashSet<>(outputs);
        aliases.targets().keySet().forEach(alias -> taken.add(Aliases.stub(alias)));
        taken.addAll(contributed.keySet());
        this.rungs = Rungs.of(portal, renderer, Inlined.of(theme), files, given, taken);
        outputs.addAll(rungs.outputs());
        this.companions = new Companions(portal, given).files(theme, aliases, rungs);
        contributed.forEach((path, text) -> companions.putIfAbsent(path, text.getBytes(StandardCharsets.UTF_8)));
        outputs.addAll(companions.keySet());
        outputs.add(ServiceWorker.NAME);
        outputs.add(BuildReport.NAME);
        if (given.settings().portalZip()) {
            outputs.add(PortalZip.NAME);
        }
        this.outputs = Collections.unmodifiableSortedSet(new TreeSet<>(outputs));
        this.verification = new PageVerification(
                Set.copyOf(outputs), this::ids, portal.facts().root());
    }

    private Rendering(Rendering origin, Portal changed, PageRenderer renderer, Published files, Rungs rungs) {
        this.portal = changed;
        this.theme = origin.theme;
        this.renderer = renderer;
        this.verification = origin.verification;
        this.aliases = origin.aliases;
        this.companions = origin.companions;
        this.outputs = origin.outputs;
        this.files = files;
        this.rungs = rungs;
    }

    Site site() {
        return portal.site();
    }

    /** Output paths of all files. */
    SortedSet<String> outputs() {
        return outputs;
    }

    /** Files besides pages and assets of content, by output path. */
    SortedMap<String, byte[]> companions() {
        return companions;
    }

    /** What is wrong with addresses: with aliases, and where copies of surviving pages would stand. */
    List<Diagnostic> diagnostics() {
        return Stream.concat(aliases.diagnostics().stream(), rungs.diagnostics().stream())
                .toList();
    }

    /** The forms in which pages survive. */
    Rungs rungs() {
        return rungs;
    }

    /** Renders a page and verifies its bytes. */
    Rendered page(Page page) {
        byte[] bytes;
        try {
            bytes = renderer.render(page);
        } catch (ThemeException e) {
            byte[] left = portal.facts().notices().emergency().isPresent()
                    ? BarePage.of(
                            page,
                            page.document().map(renderer::body).orElse(""),
                            portal.facts().language())
                    : new byte[0];
            return new Rendered(left, new TreeMap<>(), List.of(broken(e)));
        }
        String file = page.document().map(ParsedDocument::file).orElse("templates/layouts/" + page.layout() + ".peb");
        String html = new String(bytes, StandardCharsets.UTF_8);
        PageVerification.Verified verified = verification.verify(page.href(), file, html, reported(page));
        List<Diagnostic> found = new ArrayList<>(verified.diagnostics());
        try {
            Rungs.Made made = rungs.of(page, html, verified.targets());
            found.addAll(made.diagnostics());
            return new Rendered(bytes, made.files(), found);
        } catch (ThemeException e) {
            // The template of copies costs copies, not the page.
            found.add(broken(e));
            return new Rendered(bytes, new TreeMap<>(), found);
        }
    }

    private static Diagnostic broken(ThemeException e) {
        return Diagnostic.error(
                "TH001",
                e.line() > 0 ? SourcePosition.ofLine(e.file(), e.line()) : SourcePosition.ofFile(e.file()),
                "the template cannot be rendered: " + e.getMessage(),
                "correct the template; the variables there are stand in the guide to templates");
    }

    /** Bytes of a page or of an asset; 0 of anything else. */
    long size(String path) {
        return portal.site()
                .page(path)
                .map(this::size)
                .or(() -> files.bytes(path).map(bytes -> (long) bytes.length))
                .orElse(0L);
    }

    private long size(Page page) {
        try {
            return renderer.render(page).length;
        } catch (ThemeException e) {
            // Told where the page itself is rendered.
            return 0;
        }
    }

    /** The text of a page as it is published, without its layout. */
    String body(ParsedDocument document) {
        return renderer.body(document);
    }

    /** The day that a page was last changed, as far as its history tells. */
    Optional<LocalDate> lastChange(ParsedDocument document) {
        return Optional.ofNullable(portal.lastChanges().get(document.path())).map(LocalDate::parse);
    }

    private Set<String> reported(Page page) {
        return page.document()
                .map(d -> portal.links().get(d.path()))
                .map(dev.tierzero.site.LinkMap.Resolved::broken)
                .orElse(Set.of());
    }

    /** The same files with one page's text replaced, as {@link Assembly#with} gave it. */
    Rendering with(Assembly changed, ContentFiles content) {
        PageRenderer fresh = renderer.with(changed.portal());
        Published with = files.with(content);
        return new Rendering(this, changed.portal(), fresh, with, rungs.with(changed.portal(), fresh, with));
    }

    /** The same, making only those copies of surviving pages anew that the last run did not make from the same. */
    Rendering reusing(CopyStore copies) {
        return new Rendering(this, portal, renderer, files, rungs.reusing(copies, portal, renderer));
    }

    /** Ids that a link may lead to: those of the text; of a generated page, which has none, those of its bytes. */
    private Optional<Set<String>> ids(String href) {
        return portal.site().page(href).map(page -> page.document()
                .map(document -> Set.copyOf(new HashSet<>(document.ids())))
                .orElseGet(() -> generatedIds.computeIfAbsent(href, h -> idsOfBytes(page))));
    }

    private Set<String> idsOfBytes(Page page) {
        try {
            return PageVerification.ids(new String(renderer.render(page), StandardCharsets.UTF_8));
        } catch (ThemeException e) {
            // Told where the page itself is rendered.
            return Set.of();
        }
    }
}
