package dev.tierzero.render;

import dev.tierzero.api.Metadata;
import dev.tierzero.model.ContentType;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.PercentCode;
import dev.tierzero.model.Sha256;
import dev.tierzero.site.Page;
import dev.tierzero.site.Section;
import dev.tierzero.site.Site;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What templates see of a page: plain maps and lists of text, numbers and truth values, never null but for absent neighbours. */
final class PageView {

    /** A menu that nobody wrote has the first sections; the sidebar has all. */
    private static final int MENU_LENGTH = 7;

    private static final int WORDS_PER_MINUTE = 220;
    private static final int DIGEST_LENGTH = 12;
    private static final java.util.Set<String> DATES = java.util.Set.of("date", "decided", "reviewed");

    private final Portal portal;
    private final Navigation navigation;

    PageView(Portal portal, Navigation navigation) {
        this.portal = portal;
        this.navigation = navigation;
    }

    Map<String, Object> of(Page page, String body) {
        String base = page.kind() == Page.Kind.NOT_FOUND ? portal.facts().root() : page.outputFolder();
        Map<String, Object> variables = new HashMap<>();
        variables.put(Layouts.BASE, base);
        variables.put("site", site(page, base));
        variables.put("page", page(page, base, body));
        variables.put("nav", navigation.of(page, base));
        return variables;
    }

    private Map<String, Object> site(Page page, String base) {
        PortalFacts facts = portal.facts();
        Map<String, Object> view = new HashMap<>();
        view.put("title", facts.title());
        view.put("tagline", facts.tagline());
        view.put("language", facts.language());
        view.put("version", facts.version());
        view.put("builtAt", facts.builtAt());
        view.put("generator", facts.generator());
        view.put("noindex", facts.noindex());
        view.put("repoUrl", facts.repositoryUrl());
        view.put("menu", menu(page, base));
        view.put("support", entrances(facts.support(), base));
        return view;
    }

    private List<Map<String, Object>> menu(Page page, String base) {
        if (!portal.facts().menu().isEmpty()) {
            List<Map<String, Object>> items = entrances(portal.facts().menu(), base);
            for (Map<String, Object> item : items) {
                String path = String.valueOf(item.get("path"));
                item.put("current", path.equals(page.href()) || isIn(page, path));
            }
            return items;
        }
        List<Map<String, Object>> items = new ArrayList<>();
        List<Section> sections = portal.site().root().sections();
        for (Section section : sections.subList(0, Math.min(MENU_LENGTH, sections.size()))) {
            boolean current = (page.folder() + "/").startsWith(section.folder() + "/");
            items.add(Map.of(
                    "title",
                    section.title(),
                    "href",
                    Layouts.url(base, section.index().href()),
                    "current",
                    current));
        }
        return items;
    }

    private static boolean isIn(Page page, String menuPath) {
        return menuPath.endsWith("/index.html")
                && page.href().startsWith(menuPath.substring(0, menuPath.length() - "index.html".length()));
    }

    private static List<Map<String, Object>> entrances(List<PortalFacts.Entrance> entrances, String base) {
        List<Map<String, Object>> views = new ArrayList<>();
        for (PortalFacts.Entrance entrance : entrances) {
            boolean outside = entrance.href().isEmpty() || entrance.href().contains(":");
            Map<String, Object> view = new HashMap<>();
            view.put("key", entrance.key());
            view.put("title", entrance.title());
            view.put("text", entrance.text());
            view.put("path", entrance.href());
            view.put("href", outside ? entrance.href() : Layouts.url(base, entrance.href()));
            view.put("current", false);
            views.add(view);
        }
        return views;
    }

    private Map<String, Object> page(Page page, String base, String body) {
        Map<String, Object> view = new HashMap<>(row(page, base));
        view.put("body", new SafeString(body));
        view.put("digest", body.isEmpty() ? "" : digest(body));
        view.put("sourcePath", page.document().map(ParsedDocument::file).orElse(""));
        view.put("editUrl", page.document().map(this::editUrl).orElse(""));
        view.put("toc", page.document().map(d -> Contents.of(d.headings())).orElse(List.of()));
        view.put("breadcrumbs", breadcrumbs(page, base));
        Site.Neighbours neighbours = portal.site().neighbours(page);
        view.put("previous", neighbours.previous().map(p -> linkTo(p, base)).orElse(null));
        view.put("next", neighbours.next().map(p -> linkTo(p, base)).orElse(null));
        view.put("backlinks", backlinks(page, base));
        view.put(
                "doors",
                page.href().equals("index.html") ? entrances(portal.facts().doors(), base) : List.of());
        view.put("children", children(page, base));
        view.put("groups", groups(page, base));
        words(view, page.document().map(ParsedDocument::text).orElse(""));
        metadata(view, page, base);
        return view;
    }

    private static void words(Map<String, Object> view, String text) {
        int words = 0;
        for (int i = 0; i < text.length(); i++) {
            words += text.charAt(i) == ' ' ? 1 : 0;
        }
        words += text.isEmpty() ? 0 : 1;
        view.put("wordCount", words);
        view.put("readingMinutes", Math.max(1, Math.round((float) words / WORDS_PER_MINUTE)));
    }

    private void metadata(Map<String, Object> view, Page page, String base) {
        Metadata metadata = page.document().map(ParsedDocument::metadata).orElse(Metadata.EMPTY);
        String owner = metadata.text("owner").orElse("");
        view.put("owner", owner);
        view.put("ownerTitle", portal.owners().getOrDefault(owner, owner));
        view.put("reviewed", metadata.text("reviewed").orElse(""));
        view.put("reviewEvery", metadata.text("review-every").orElse(""));
        view.put(
                "lastChanged",
                page.document()
                        .map(d -> portal.lastChanges().getOrDefault(d.path(), ""))
                        .orElse(""));
        String status = metadata.text("status").orElse("published");
        view.put("status", status);
        view.put("statusLabel", status.equals("deprecated") ? "Deprecated" : "");
        view.put("draft", metadata.flag("draft") || status.equals("draft"));
        List<Map<String, Object>> tags = new ArrayList<>();
        for (String tag : metadata.list("tags")) {
            tags.add(Map.of("name", tag, "href", Layouts.url(base, dev.tierzero.site.Tags.hrefOf(tag))));
        }
        view.put("tags", tags);
        view.put("hours", metadata.text("hours").map(PageView::number).orElse(""));
        List<Map<String, Object>> modules = new ArrayList<>();
        for (Map<String, Object> module : metadata.maps("modules")) {
            modules.add(Map.of(
                    "title", String.valueOf(module.getOrDefault("title", "")),
                    "hours", number(String.valueOf(module.getOrDefault("hours", "0")))));
        }
        view.put("modules", modules);
    }

    /** Whole numbers stay whole, so that templates print 4 and not 4.0. */
    private static Object number(String text) {
        if (text.matches("\\d{1,9}")) {
            return Integer.valueOf(text);
        }
        return text.matches("\\d{1,9}\\.\\d{1,9}") ? Double.valueOf(text) : text;
    }

    /** What listings show of a page. */
    private Map<String, Object> row(Page page, String base) {
        String type = page.document().map(ParsedDocument::type).orElse("page");
        Map<String, Object> row = new HashMap<>();
        row.put("title", page.title());
        row.put("description", page.description());
        row.put("href", Layouts.url(base, page.href()));
        row.put("type", type);
        row.put(
                "typeLabel",
                Optional.ofNullable(portal.types().get(type))
                        .map(ContentType::label)
                        .orElse(type));
        row.put("facts", facts(page, type, base));
        return row;
    }

    private List<Map<String, Object>> facts(Page page, String type, String base) {
        Metadata metadata = page.document().map(ParsedDocument::metadata).orElse(Metadata.EMPTY);
        List<Map<String, Object>> facts = new ArrayList<>();
        Map<String, String> labels = Optional.ofNullable(portal.types().get(type))
                .map(ContentType::facts)
                .orElse(Map.of());
        labels.forEach((key, label) -> {
            if (key.equals("prerequisites")) {
                facts.addAll(prerequisites(page, label, base));
                return;
            }
            String value = String.join(", ", metadata.maps(key).isEmpty() ? metadata.list(key) : List.of());
            if (!value.isBlank()) {
                facts.add(Map.of(
                        "key",
                        key,
                        "label",
                        label,
                        "value",
                        value,
                        "href",
                        "",
                        "datetime",
                        DATES.contains(key) ? value : ""));
            }
        });
        return facts;
    }

    /** One fact for each page that should be read before, with a link. */
    private List<Map<String, Object>> prerequisites(Page page, String label, String base) {
        List<String> hrefs = page.document()
                .map(d -> portal.links().get(d.path()))
                .map(dev.tierzero.site.LinkMap.Resolved::prerequisites)
                .orElse(List.of());
        List<Map<String, Object>> facts = new ArrayList<>();
        for (String href : hrefs) {
            portal.site()
                    .page(href)
                    .ifPresent(p -> facts.add(Map.of(
                            "key",
                            "prerequisites",
                            "label",
                            label,
                            "value",
                            p.title(),
                            "href",
                            Layouts.url(base, href),
                            "datetime",
                            "")));
        }
        return facts;
    }

    private String editUrl(ParsedDocument document) {
        PortalFacts facts = portal.facts();
        String path = facts.contentFolder() + "/" + document.path();
        return facts.editUrl().replace("{path}", PercentCode.encoded(path));
    }

    private List<Map<String, Object>> breadcrumbs(Page page, String base) {
        List<Map<String, Object>> crumbs = new ArrayList<>();
        if (page.href().equals("index.html")) {
            return crumbs;
        }
        List<Section> path = new ArrayList<>();
        for (String folder = page.folder(); !folder.isEmpty(); folder = dev.tierzero.site.Hrefs.folder(folder)) {
            portal.site().section(folder).ifPresent(s -> path.add(0, s));
        }
        crumbs.add(Map.of("title", "Home", "href", Layouts.url(base, "index.html")));
        for (Section section : path) {
            if (!section.index().href().equals(page.href())) {
                crumbs.add(Map.of(
                        "title",
                        section.title(),
                        "href",
                        Layouts.url(base, section.index().href())));
            }
        }
        listingOf(page).ifPresent(p -> crumbs.add(linkTo(p, base)));
        crumbs.add(Map.of("title", page.navTitle(), "href", ""));
        return crumbs;
    }

    private Optional<Page> listingOf(Page page) {
        return switch (page.kind()) {
            case TAG -> portal.site().page("tags/index.html");
            case TYPE -> portal.site().page("types/index.html");
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> linkTo(Page page, String base) {
        return Map.of("title", page.navTitle(), "href", Layouts.url(base, page.href()));
    }

    private List<Map<String, Object>> backlinks(Page page, String base) {
        return portal.backlinks().getOrDefault(page.href(), List.of()).stream()
                .flatMap(href -> portal.site().page(href).stream())
                .map(p -> linkTo(p, base))
                .toList();
    }

    private List<Map<String, Object>> rows(List<Page> pages, String base) {
        return pages.stream().map(p -> row(p, base)).toList();
    }

    private List<Map<String, Object>> children(Page page, String base) {
        if (page.kind() == Page.Kind.CONTENT && page.isFolderIndex()) {
            Section section = portal.site().section(page.folder()).orElseThrow();
            // The home page shows its sections by themselves.
            return rows(page.folder().isEmpty() ? section.pages() : pages(section), base);
        }
        return rows(members(page), base);
    }

    private List<Page> members(Page page) {
        return page.members().stream()
                .flatMap(h -> portal.site().page(h).stream())
                .toList();
    }

    private List<Map<String, Object>> groups(Page page, String base) {
        List<Map<String, Object>> groups = new ArrayList<>();
        switch (page.kind()) {
            case TAGS, TYPES -> members(page).forEach(m -> groups.add(group(m.title(), m, members(m), base)));
            case CONTENT, SECTION -> {
                if (page.href().equals("index.html")) {
                    portal.site()
                            .root()
                            .sections()
                            .forEach(s -> groups.add(group(s.title(), s.index(), pages(s), base)));
                } else if (page.layout().equals("handbook")) {
                    Section book = portal.site().section(page.folder()).orElseThrow();
                    groups.add(group(book.title(), book.index(), pages(book), base));
                }
            }
            default -> {}
        }
        return groups;
    }

    private static List<Page> pages(Section section) {
        List<Page> pages = new ArrayList<>(section.pages());
        section.sections().forEach(s -> pages.add(s.index()));
        return pages;
    }

    private Map<String, Object> group(String title, Page index, List<Page> pages, String base) {
        return Map.of("title", title, "href", Layouts.url(base, index.href()), "pages", rows(pages, base));
    }

    private static String digest(String body) {
        return Sha256.hex(body.getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST_LENGTH);
    }
}
