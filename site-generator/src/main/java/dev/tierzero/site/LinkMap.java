package dev.tierzero.site;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Link;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.HtmlText;
import dev.tierzero.model.ParsedDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Resolves the references of pages against the pages, their ids and the files of the portal. References name source files; {@code
 * /} at the start means the content folder. Immutable, safe for all threads.
 */
public final class LinkMap {

    private static final String HREF = " href=\"/";

    private final Site site;
    private final Map<String, String> assets;
    private final Map<String, String> others;
    private final Map<String, Set<String>> ids = new HashMap<>();
    private final NearestPath nearest;

    /**
     * The references of one page.
     *
     * @param targets by index of the document's links
     * @param prerequisites output paths of the pages that its metadata names under {@code prerequisites}
     * @param diagnostics what is wrong with them
     */
    public record Resolved(List<Target> targets, List<String> prerequisites, List<Diagnostic> diagnostics) {

        /** URLs of references that lead nowhere; each has a finding. */
        public Set<String> broken() {
            Set<String> broken = new HashSet<>();
            targets.stream().filter(t -> !t.found()).forEach(t -> broken.add(t.url()));
            return broken;
        }

        /** Copies the lists. */
        public Resolved {
            targets = List.copyOf(targets);
            prerequisites = List.copyOf(prerequisites);
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * What a reference leads to.
     *
     * @param url relative to the page, ready for an attribute (not yet escaped)
     * @param title of the target page or heading
     * @param page output path of the target page; empty for others
     * @param found false when there is no such target
     */
    public record Target(String url, String title, Optional<String> page, boolean found) {}

    /**
     * @param site the pages
     * @param assets output paths of files published as they are, by path below content
     * @param others paths of content files that have no page, with the reason: {@code a draft}, {@code a partial}
     */
    public LinkMap(Site site, Map<String, String> assets, Map<String, String> others) {
        this.site = site;
        this.assets = Map.copyOf(assets);
        this.others = Map.copyOf(others);
        for (Page page : site.pages()) {
            page.document().ifPresent(d -> ids.put(d.path(), new HashSet<>(d.ids())));
        }
        this.nearest = new NearestPath(site.paths(), assets.keySet());
    }

    /**
     * The path below content that a reference names, whether or not there is anything; empty for one that leaves the content folder.
     *
     * @param from path of the page that refers
     */
    public static Optional<String> path(String from, String target) {
        if (Urls.isAbsolute(target)) {
            return Optional.empty();
        }
        Urls.Parts parts = Urls.split(target);
        return parts.path().isEmpty() ? Optional.of(from) : Urls.resolve(Hrefs.folder(from), parts.path());
    }

    /**
     * HTML that a plugin shows in pages, with its links from the content folder on ({@code href="/help/e1001.md"}) as gaps.
     *
     * @param dead takes the targets that lead nowhere
     */
    public Fragment fragment(String html, Consumer<String> dead) {
        StringBuilder rest = new StringBuilder(html.length());
        List<Fragment.Gap> gaps = new ArrayList<>();
        int at = 0;
        for (int start = html.indexOf(HREF); start >= 0; start = html.indexOf(HREF, at)) {
            int value = start + HREF.length() - 1;
            int end = html.indexOf('"', value);
            String target = HtmlText.unescaped(html.substring(value, end));
            Urls.Parts parts = Urls.split(target);
            Optional<String> output = output(target);
            if (output.isEmpty()) {
                dead.accept(target);
            }
            rest.append(html, at, value);
            gaps.add(new Fragment.Gap(rest.length(), output.orElse(""), output.isEmpty() ? "#" : parts.suffix()));
            at = end;
        }
        return new Fragment(rest.append(html, at, html.length()).toString(), gaps);
    }

    /** Where a target from the content folder on ({@code /help/e1001.md#fix}) is published. */
    public Optional<String> output(String target) {
        return Urls.resolve("", Urls.split(target).path())
                .flatMap(path -> page(path).map(Page::href).or(() -> Optional.ofNullable(assets.get(path))));
    }

    /** Resolves every reference of a page. */
    public Resolved resolve(ParsedDocument document) {
        List<Target> targets = new ArrayList<>(document.links().size());
        LinkFindings findings = new LinkFindings(document, nearest);
        for (Link link : document.links()) {
            targets.add(resolve(document, link, findings));
        }
        return new Resolved(targets, prerequisites(document, findings), findings.all());
    }

    private Target resolve(ParsedDocument from, Link link, LinkFindings findings) {
        String target = link.target();
        if (Urls.isAbsolute(target)) {
            if (link.kind() == Link.Kind.IMAGE && !target.startsWith("data:")) {
                findings.foreignImage(link);
            }
            return new Target(target, target, Optional.empty(), link.kind() == Link.Kind.ANCHOR);
        }
        Urls.Parts parts = Urls.split(target);
        if (parts.path().isEmpty()) {
            return withAnchor(from, link, from.path(), parts, findings);
        }
        Optional<String> path = Urls.resolve(Hrefs.folder(from.path()), parts.path());
        if (path.isEmpty()) {
            findings.outside(link);
            return new Target("#", target, Optional.empty(), false);
        }
        return inSite(from, link, path.get(), parts, findings);
    }

    private Target inSite(ParsedDocument from, Link link, String path, Urls.Parts parts, LinkFindings findings) {
        if (link.kind() == Link.Kind.ANCHOR) {
            Optional<Page> page = page(path);
            Optional<ParsedDocument> document = page.flatMap(Page::document);
            if (document.isPresent()) {
                return withAnchor(from, link, document.get().path(), parts, findings);
            }
            if (page.isPresent()) {
                String href = page.get().href();
                return new Target(url(from, href, parts), page.get().title(), Optional.of(href), true);
            }
        }
        Optional<String> asset = Optional.ofNullable(assets.get(path));
        if (asset.isPresent()) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            return new Target(url(from, asset.get(), parts), name, Optional.empty(), true);
        }
        Optional.ofNullable(others.get(path))
                .ifPresentOrElse(
                        reason -> findings.withoutPage(link, path, reason), () -> findings.missing(link, path));
        return new Target(Urls.relative(parts.raw()), parts.raw(), Optional.empty(), false);
    }

    private static String url(ParsedDocument from, String output, Urls.Parts parts) {
        return Hrefs.relative(Hrefs.folder(Hrefs.ofSource(from.path())), output) + parts.suffix();
    }

    /** A page by its source path, its folder, or the path it is published at. */
    private Optional<Page> page(String path) {
        return site.pageOf(path)
                .or(() -> site.section(path).map(Section::index))
                .or(() -> site.page(path));
    }

    private Target withAnchor(ParsedDocument from, Link link, String path, Urls.Parts parts, LinkFindings findings) {
        Page page = site.pageOf(path).orElseThrow();
        ParsedDocument to = page.document().orElseThrow();
        String id = parts.fragment();
        boolean known = id.isEmpty() || ids.getOrDefault(path, Set.of()).contains(id);
        if (!known) {
            findings.noAnchor(link, id, to);
        }
        String title = to.headings().stream()
                .filter(h -> h.id().equals(id))
                .findFirst()
                .map(dev.tierzero.api.Heading::text)
                .orElse(page.title());
        boolean same = path.equals(from.path()) && parts.path().isEmpty();
        String url = same ? parts.suffix() : url(from, page.href(), parts);
        return new Target(url, title, Optional.of(page.href()), known);
    }

    /** Pages named by path in the metadata, relative to the page like links. */
    private List<String> prerequisites(ParsedDocument document, LinkFindings findings) {
        List<String> hrefs = new ArrayList<>();
        SourcePosition at =
                document.metadata().position("prerequisites").orElse(SourcePosition.ofFile(document.file()));
        for (String named : document.metadata().list("prerequisites")) {
            Link link = new Link(Link.Kind.ANCHOR, named, at);
            resolve(document, link, findings).page().ifPresent(hrefs::add);
        }
        return hrefs;
    }
}
