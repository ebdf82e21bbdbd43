package dev.tierzero.site;

import dev.tierzero.model.ContentType;
import dev.tierzero.model.ParsedDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lays out the portal: folders become sections, folders without an index page get one, tags and types get their listings.
 *
 * @param title of the portal
 * @param sectionTitles titles by folder, from the settings
 * @param sectionOrders orders by folder, from the settings
 * @param types content types by name
 */
public record SitePlan(
        String title,
        Map<String, String> sectionTitles,
        Map<String, Integer> sectionOrders,
        Map<String, ContentType> types) {

    /** Where pages and sections without an order stand: after those with one. */
    private static final int UNORDERED = 1_000_000;

    private static final Comparator<Page> PAGES = Comparator.comparingInt(SitePlan::order)
            .thenComparing(Page::navTitle, NaturalOrder.INSTANCE)
            .thenComparing(Page::href);
    private static final Comparator<Section> SECTIONS = Comparator.comparingInt(Section::order)
            .thenComparing(Section::title, NaturalOrder.INSTANCE)
            .thenComparing(Section::folder);

    /** Lays out the pages of these documents. */
    public Site site(Collection<ParsedDocument> documents) {
        return site(documents, List.of());
    }

    /**
     * Lays out the pages of these documents, and some that nobody wrote.
     *
     * @param more pages besides; where an author has written a page, that stays
     */
    public Site site(Collection<ParsedDocument> documents, Collection<Page> more) {
        SortedMap<String, List<Page>> folders = new TreeMap<>();
        folders.put("", new ArrayList<>());
        for (ParsedDocument document : documents) {
            Page page = Page.ofDocument(document, layout(document.type()));
            openFolders(folders, page.folder());
            pagesOf(folders, page.folder()).add(page);
        }
        Section root = section("", folders, children(folders));
        SortedMap<String, Page> pages = new TreeMap<>();
        root.readingOrder().forEach(page -> pages.put(page.href(), page));
        listings(pages).forEach(page -> pages.putIfAbsent(page.href(), page));
        more.forEach(page -> pages.putIfAbsent(page.href(), page));
        if (pages.values().stream().anyMatch(page -> Copies.isCovered(page, types))) {
            pages.put(
                    Page.COPIES,
                    Page.generated(Page.COPIES, Page.Kind.COPIES, "copies", "Is my copy current?", "", List.of()));
        }
        return new Site(root, List.copyOf(pages.values()));
    }

    private String layout(String type) {
        return Optional.ofNullable(types.get(type)).map(ContentType::template).orElse("page");
    }

    private static List<Page> pagesOf(SortedMap<String, List<Page>> folders, String folder) {
        return folders.computeIfAbsent(folder, f -> new ArrayList<>());
    }

    private static void openFolders(SortedMap<String, List<Page>> folders, String folder) {
        for (String f = folder; !f.isEmpty(); f = Hrefs.folder(f)) {
            pagesOf(folders, f);
        }
    }

    private static Map<String, List<String>> children(SortedMap<String, List<Page>> folders) {
        Map<String, List<String>> children = new LinkedHashMap<>();
        for (String folder : folders.keySet()) {
            if (!folder.isEmpty()) {
                children.computeIfAbsent(Hrefs.folder(folder), f -> new ArrayList<>())
                        .add(folder);
            }
        }
        return children;
    }

    private Section section(String folder, SortedMap<String, List<Page>> folders, Map<String, List<String>> children) {
        List<Section> sections = children.getOrDefault(folder, List.of()).stream()
                .map(child -> section(child, folders, children))
                .sorted(SECTIONS)
                .toList();
        List<Page> all = pagesOf(folders, folder);
        Optional<Page> written = all.stream().filter(Page::isFolderIndex).findFirst();
        List<Page> pages =
                all.stream().filter(p -> !p.isFolderIndex()).sorted(PAGES).toList();
        String sectionTitle = written.map(Page::navTitle).orElseGet(() -> humanised(folder));
        String named = Optional.ofNullable(sectionTitles.get(folder)).orElse(sectionTitle);
        Page index = written.orElseGet(() -> generatedIndex(folder, named, pages, sections));
        int order = Optional.ofNullable(sectionOrders.get(folder))
                .or(() -> written.filter(p -> !folder.isEmpty()).map(SitePlan::order))
                .orElse(UNORDERED);
        return new Section(folder, named, order, index, pages, sections);
    }

    private Page generatedIndex(String folder, String named, List<Page> pages, List<Section> sections) {
        List<String> members = new ArrayList<>();
        pages.forEach(p -> members.add(p.href()));
        boolean home = folder.isEmpty();
        if (!home) {
            // The home page shows the sections by themselves.
            sections.forEach(s -> members.add(s.index().href()));
        }
        return new Page(
                Hrefs.ofFolder(folder),
                Page.Kind.SECTION,
                home ? "home" : "section",
                home ? title : named,
                home ? title : named,
                "",
                folder,
                Optional.empty(),
                members);
    }

    private List<Page> listings(SortedMap<String, Page> pages) {
        SortedMap<String, List<Page>> byTag = new TreeMap<>();
        SortedMap<String, List<Page>> byType = new TreeMap<>();
        for (Page page : pages.values()) {
            page.document().ifPresent(d -> {
                d.metadata().list("tags").forEach(t -> pagesOf(byTag, Tags.slug(t))
                        .add(page));
                pagesOf(byType, d.type()).add(page);
            });
        }
        List<Page> listings = new ArrayList<>();
        byTag.forEach((tag, members) ->
                listings.add(listing(Tags.href(tag), Page.Kind.TAG, "tag", Tags.label(tag, members), members)));
        byType.forEach((type, members) ->
                listings.add(listing("types/" + type + ".html", Page.Kind.TYPE, "type", plural(type), members)));
        if (!byTag.isEmpty()) {
            listings.add(Page.generated("tags/index.html", Page.Kind.TAGS, "tags", "Tags", "", hrefs(byTag, "tags/")));
        }
        if (!byType.isEmpty()) {
            listings.add(Page.generated(
                    "types/index.html", Page.Kind.TYPES, "types", "Kinds of page", "", hrefs(byType, "types/")));
        }
        listings.add(Page.generated(Page.SEARCH, Page.Kind.SEARCH, "search", "Search", "", List.of()));
        listings.add(Page.generated(Page.OFFLINE, Page.Kind.OFFLINE, "offline", "Offline", "", List.of()));
        listings.add(Page.generated(Page.NOT_FOUND, Page.Kind.NOT_FOUND, "404", "Page not found", "", List.of()));
        return listings;
    }

    private static List<String> hrefs(SortedMap<String, List<Page>> groups, String folder) {
        return groups.keySet().stream().map(k -> folder + k + ".html").toList();
    }

    private static Page listing(String href, Page.Kind kind, String layout, String title, List<Page> members) {
        List<String> hrefs =
                members.stream().sorted(PAGES).map(Page::href).distinct().toList();
        return Page.generated(href, kind, layout, title, "", hrefs);
    }

    private String plural(String type) {
        return Optional.ofNullable(types.get(type)).map(ContentType::plural).orElse(type);
    }

    private static int order(Page page) {
        return page.document().flatMap(d -> d.metadata().integer("order")).orElse(UNORDERED);
    }

    /** A folder's name for people: {@code getting-started} is {@code Getting started}. */
    static String humanised(String folder) {
        String name = folder.substring(folder.lastIndexOf('/') + 1)
                .replace('-', ' ')
                .replace('_', ' ')
                .strip();
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
