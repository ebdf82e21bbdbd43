package dev.tierzero.render;

import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.PercentCode;
import dev.tierzero.site.Page;
import dev.tierzero.site.Section;
import dev.tierzero.site.Site;
import dev.tierzero.site.TitleIndex;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What templates see of a page: plain maps and lists of text, numbers and truth values, never null but for absent neighbours. */
final class PageView {

    private static final int WORDS_PER_MINUTE = 220;

    private final Portal portal;
    private final Navigation navigation;
    private final SiteView sites;
    private final RowView rows;
    private final MetadataView metadata;
    private final Breadcrumbs breadcrumbs;
    private final CopyView copies;

    PageView(Portal portal, Navigation navigation) {
        this.portal = portal;
        this.navigation = navigation;
        this.sites = new SiteView(portal);
        this.rows = new RowView(portal);
        this.metadata = new MetadataView(portal);
        this.copies = new CopyView(portal);
        this.breadcrumbs = new Breadcrumbs(portal.site());
    }

    Map<String, Object> of(Page page, ShownBody body) {
        String base = page.kind() == Page.Kind.NOT_FOUND ? portal.facts().root() : page.outputFolder();
        Map<String, Object> variables = new HashMap<>();
        variables.put(Layouts.BASE, base);
        variables.put("site", sites.of(page, base));
        variables.put("page", page(page, base, body));
        variables.put("nav", navigation.of(page, base));
        return variables;
    }

    private Map<String, Object> page(Page page, String base, ShownBody body) {
        Map<String, Object> view = new HashMap<>(rows.of(page, base));
        view.put("body", new SafeString(body.html()));
        Optional<ParsedDocument> written = page.document().filter(d -> !d.isContributed());
        view.put("sourcePath", written.map(ParsedDocument::file).orElse(""));
        view.put("editUrl", written.map(this::editUrl).orElse(""));
        view.put("survives", page.survives());
        view.put("oneFile", page.survives() ? Layouts.url(base, page.oneFile()) : "");
        view.put("sourceText", page.survives() ? Layouts.url(base, page.sourceText()) : "");
        view.put("added", written.map(d -> added(d, base)).orElse(List.of()));
        view.put("toc", page.document().map(d -> Contents.of(d.headings())).orElse(List.of()));
        view.put("breadcrumbs", breadcrumbs.of(page, base));
        Site.Neighbours neighbours = portal.site().neighbours(page);
        view.put(
                "previous",
                neighbours.previous().map(p -> Breadcrumbs.to(p, base)).orElse(null));
        view.put("next", neighbours.next().map(p -> Breadcrumbs.to(p, base)).orElse(null));
        view.put("backlinks", backlinks(page, base));
        view.put(
                "doors",
                page.href().equals("index.html")
                        ? SiteView.entrances(portal.facts().doors(), base)
                        : List.of());
        view.put("children", children(page, base));
        view.put("groups", groups(page, base));
        view.put("index", page.kind() == Page.Kind.SEARCH ? index(base) : List.of());
        EscalationView escalation = new EscalationView(portal);
        view.put("failed", new NoticeView(portal).failed(page, base));
        view.put("sheet", escalation.sheet(page, base));
        view.put("ownerContact", escalation.owner(owner(page)));
        words(view, page.document().map(ParsedDocument::text).orElse(""));
        view.putAll(metadata.of(page, base));
        view.putAll(copies.of(page, base));
        Optional<ParsedDocument> run = written.filter(document -> body.procedure());
        view.put("run", run.map(d -> new RunView(portal).of(d, body)).orElse(Map.of()));
        return view;
    }

    private static String owner(Page page) {
        return page.document().flatMap(d -> d.metadata().text("owner")).orElse("");
    }

    /** Facts that plugins add. */
    private List<Map<String, Object>> added(ParsedDocument document, String base) {
        List<Map<String, Object>> facts = new ArrayList<>();
        for (Added.Fact fact : portal.added().facts().getOrDefault(document.path(), List.of())) {
            String href = fact.output().isEmpty() ? "" : Layouts.url(base, fact.output()) + fact.suffix();
            facts.add(Map.of(
                    "label", fact.label(),
                    "text", fact.text(),
                    "href", href,
                    "date", fact.date(),
                    "tone", fact.tone(),
                    "value", fact.value()));
        }
        return facts;
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

    private String editUrl(ParsedDocument document) {
        PortalFacts facts = portal.facts();
        String path = facts.contentFolder() + "/" + document.path();
        return facts.editUrl().replace("{path}", PercentCode.encoded(path));
    }

    private List<Map<String, Object>> backlinks(Page page, String base) {
        return portal.backlinks().getOrDefault(page.href(), List.of()).stream()
                .flatMap(href -> portal.site().page(href).stream())
                .map(p -> Breadcrumbs.to(p, base))
                .toList();
    }

    private List<Map<String, Object>> children(Page page, String base) {
        if (page.kind() == Page.Kind.CONTENT && page.isFolderIndex()) {
            Section section = portal.site().section(page.folder()).orElseThrow();
            // The home page shows its sections by themselves.
            return rows.of(page.folder().isEmpty() ? section.pages() : pages(section), base);
        }
        return rows.of(members(page), base);
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

    private List<Map<String, Object>> index(String base) {
        List<Map<String, Object>> letters = new ArrayList<>();
        for (TitleIndex.Letter letter : TitleIndex.of(portal.site())) {
            List<Map<String, Object>> entries = new ArrayList<>();
            for (TitleIndex.Entry entry : letter.entries()) {
                String fragment = entry.anchor().isEmpty() ? "" : "#" + PercentCode.encoded(entry.anchor());
                entries.add(Map.of(
                        "text",
                        entry.text(),
                        "href",
                        Layouts.url(base, entry.page().href()) + fragment,
                        "note",
                        entry.note()));
            }
            letters.add(Map.of("letter", letter.name(), "id", letter.id(), "entries", entries));
        }
        return letters;
    }

    private static List<Page> pages(Section section) {
        List<Page> pages = new ArrayList<>(section.pages());
        section.sections().forEach(s -> pages.add(s.index()));
        return pages;
    }

    private Map<String, Object> group(String title, Page index, List<Page> pages, String base) {
        return Map.of("title", title, "href", Layouts.url(base, index.href()), "pages", rows.of(pages, base));
    }
}
