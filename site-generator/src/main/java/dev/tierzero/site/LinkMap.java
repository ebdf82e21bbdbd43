package dev.tierzero.site;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Link;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.ParsedDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves the references of pages against the pages, their ids and the files of the portal. References name source files; {@code
 * /} at the start means the content folder. Immutable, safe for all threads.
 */
public final class LinkMap {

    private final Site site;
    private final Map<String, String> assets;
    private final Map<String, String> others;
    private final Map<String, Set<String>> ids = new HashMap<>();

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
    }

    /** Resolves every reference of a page. */
    public Resolved resolve(ParsedDocument document) {
        List<Target> targets = new ArrayList<>(document.links().size());
        List<Diagnostic> found = new ArrayList<>();
        for (Link link : document.links()) {
            targets.add(resolve(document, link, found));
        }
        return new Resolved(targets, prerequisites(document, found), found);
    }

    private Target resolve(ParsedDocument from, Link link, List<Diagnostic> found) {
        String target = link.target();
        if (Urls.isAbsolute(target)) {
            if (link.kind() == Link.Kind.IMAGE && !target.startsWith("data:")) {
                report(
                        from,
                        link,
                        found,
                        "LK005",
                        "image " + target + " is loaded from another host",
                        "save the image beside the page, so that the page works without a network");
            }
            return new Target(target, target, Optional.empty(), link.kind() == Link.Kind.ANCHOR);
        }
        Urls.Parts parts = Urls.split(target);
        if (parts.path().isEmpty()) {
            return withAnchor(from, link, from.path(), parts, found);
        }
        Optional<String> path = Urls.resolve(Hrefs.folder(from.path()), parts.path());
        if (path.isEmpty()) {
            report(
                    from,
                    link,
                    found,
                    "LK006",
                    "link " + target + " leads out of the content folder",
                    "link a page or file below the content folder, or use the full address of the other site");
            return new Target("#", target, Optional.empty(), false);
        }
        return inSite(from, link, path.get(), parts, found);
    }

    private Target inSite(ParsedDocument from, Link link, String path, Urls.Parts parts, List<Diagnostic> found) {
        String folder = Hrefs.folder(Hrefs.ofSource(from.path()));
        if (link.kind() == Link.Kind.ANCHOR) {
            Optional<Page> page = page(path);
            if (page.isPresent() && page.get().document().isPresent()) {
                return withAnchor(from, link, page.get().document().get().path(), parts, found);
            }
            if (page.isPresent()) {
                String url = Hrefs.relative(folder, page.get().href()) + parts.suffix();
                return new Target(
                        url, page.get().title(), Optional.of(page.get().href()), true);
            }
        }
        String asset = assets.get(path);
        if (asset != null) {
            String url = Hrefs.relative(folder, asset) + parts.suffix();
            return new Target(url, path.substring(path.lastIndexOf('/') + 1), Optional.empty(), true);
        }
        missing(from, link, path, found);
        return new Target(parts.raw(), parts.raw(), Optional.empty(), false);
    }

    /** A page by its source path, its folder, or the path it is published at. */
    private Optional<Page> page(String path) {
        return site.pageOf(path)
                .or(() -> site.section(path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
                        .map(Section::index))
                .or(() -> site.page(path));
    }

    private Target withAnchor(ParsedDocument from, Link link, String path, Urls.Parts parts, List<Diagnostic> found) {
        Page page = site.pageOf(path).orElseThrow();
        ParsedDocument to = page.document().orElseThrow();
        String id = parts.fragment();
        boolean known = id.isEmpty() || ids.getOrDefault(path, Set.of()).contains(id);
        if (!known) {
            String where = path.equals(from.path()) ? "this page" : to.file();
            report(
                    from,
                    link,
                    found,
                    "LK002",
                    "there is no anchor #" + id + " on " + where,
                    Suggestion.of(id, to.ids())
                            .map(near -> "did you mean #" + near + "?")
                            .orElse(
                                    to.ids().isEmpty()
                                            ? "the page has no anchors; link the page itself"
                                            : "anchors of that page: " + Suggestion.list(to.ids())));
        }
        String title = to.headings().stream()
                .filter(h -> h.id().equals(id))
                .findFirst()
                .map(dev.tierzero.api.Heading::text)
                .orElse(page.title());
        String folder = Hrefs.folder(Hrefs.ofSource(from.path()));
        boolean same = path.equals(from.path()) && parts.path().isEmpty();
        String url = same ? parts.suffix() : Hrefs.relative(folder, page.href()) + parts.suffix();
        return new Target(url, title, Optional.of(page.href()), known);
    }

    private void missing(ParsedDocument from, Link link, String path, List<Diagnostic> found) {
        String reason = others.get(path);
        if (reason != null) {
            report(
                    from,
                    link,
                    found,
                    "LK004",
                    "link " + link.target() + " leads to " + reason,
                    "publish " + path + ", or remove the link");
            return;
        }
        boolean image = link.kind() == Link.Kind.IMAGE;
        Optional<String> near = Suggestion.ofPath(path, image ? assets.keySet() : all());
        String hint = near.map(n -> "did you mean " + Urls.relativeSource(from.path(), n) + "?")
                .orElse(
                        image
                                ? "add the file, or correct its path (relative to this page)"
                                : "correct the path (relative to this page), or write the page");
        report(
                from,
                link,
                found,
                image ? "LK003" : "LK001",
                image
                        ? "image " + link.target() + " does not exist"
                        : "link target " + link.target() + " does not exist",
                hint);
    }

    private Set<String> all() {
        Set<String> all = new HashSet<>(site.paths());
        all.addAll(assets.keySet());
        return all;
    }

    private static void report(
            ParsedDocument from, Link link, List<Diagnostic> found, String code, String message, String hint) {
        List<SourcePosition> chain = from.includes().stream()
                .filter(i -> i.file().equals(link.position().file()))
                .map(ParsedDocument.Included::from)
                .limit(1)
                .toList();
        found.add(Diagnostic.error(code, link.position(), message, hint).includedFrom(chain));
    }

    /** Pages named by path in the metadata, relative to the page like links. */
    private List<String> prerequisites(ParsedDocument document, List<Diagnostic> found) {
        List<String> hrefs = new ArrayList<>();
        SourcePosition at =
                document.metadata().position("prerequisites").orElse(SourcePosition.ofFile(document.file()));
        for (String named : document.metadata().list("prerequisites")) {
            Link link = new Link(Link.Kind.ANCHOR, named, at);
            resolve(document, link, found).page().ifPresent(hrefs::add);
        }
        return hrefs;
    }
}
