package dev.tierzero.site;

import dev.tierzero.model.ParsedDocument;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The portal: its pages, their order and their addresses. Immutable, safe for all threads. */
public final class Site {

    private final Section root;
    private final List<Page> pages;
    private final Map<String, Page> byHref = new HashMap<>();
    private final Map<String, Page> byPath = new HashMap<>();
    private final Map<String, Section> byFolder = new HashMap<>();
    private final Map<String, Neighbours> neighbours = new HashMap<>();

    /**
     * The pages before and after one in reading order.
     *
     * @param previous empty for the first page of a top section
     * @param next empty for the last
     */
    public record Neighbours(Optional<Page> previous, Optional<Page> next) {

        static final Neighbours NONE = new Neighbours(Optional.empty(), Optional.empty());
    }

    Site(Section root, List<Page> pages) {
        this.root = root;
        this.pages = List.copyOf(pages);
        for (Page page : pages) {
            byHref.put(page.href(), page);
            page.document().ifPresent(d -> byPath.put(d.path(), page));
        }
        root.all().forEach(section -> byFolder.put(section.folder(), section));
        root.sections().forEach(this::link);
        link(new Section(root.folder(), root.title(), root.order(), root.index(), root.pages(), List.of()));
    }

    private Site(Site origin, Page changed) {
        this.root = origin.root;
        this.pages = origin.pages.stream()
                .map(page -> page.href().equals(changed.href()) ? changed : page)
                .toList();
        byHref.putAll(origin.byHref);
        byPath.putAll(origin.byPath);
        byFolder.putAll(origin.byFolder);
        neighbours.putAll(origin.neighbours);
        byHref.put(changed.href(), changed);
        changed.document().ifPresent(d -> byPath.put(d.path(), changed));
    }

    /**
     * The same site with one page's text replaced. Title, metadata and address of the page must be as they were: the tree and the
     * listings keep showing the old page.
     *
     * @throws IllegalArgumentException when there is no such page
     */
    public Site with(ParsedDocument document) {
        Page page = pageOf(document.path())
                .orElseThrow(() -> new IllegalArgumentException("no page of " + document.path()));
        return new Site(this, page.with(document));
    }

    /** The tree of folders. */
    public Section root() {
        return root;
    }

    /** Every page, sorted by output path. */
    public List<Page> pages() {
        return pages;
    }

    /** The page at an output path. */
    public Optional<Page> page(String href) {
        return Optional.ofNullable(byHref.get(href));
    }

    /** The page of a file of content. */
    public Optional<Page> pageOf(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The section of a folder. */
    public Optional<Section> section(String folder) {
        return Optional.ofNullable(byFolder.get(folder));
    }

    /** Paths of all pages of content. */
    public java.util.Set<String> paths() {
        return Collections.unmodifiableSet(byPath.keySet());
    }

    /** What stands before and after a page. */
    public Neighbours neighbours(Page page) {
        return neighbours.getOrDefault(page.href(), Neighbours.NONE);
    }

    private void link(Section section) {
        List<Page> order = section.readingOrder().toList();
        for (int i = 0; i < order.size(); i++) {
            Optional<Page> previous = i == 0 ? Optional.empty() : Optional.of(order.get(i - 1));
            Optional<Page> next = i + 1 == order.size() ? Optional.empty() : Optional.of(order.get(i + 1));
            neighbours.put(order.get(i).href(), new Neighbours(previous, next));
        }
    }
}
