package dev.tierzero.render;

import dev.tierzero.api.Metadata;
import dev.tierzero.model.ContentType;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.site.LinkMap;
import dev.tierzero.site.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What listings show of pages: title, type and the facts that the type's readers look for. */
record RowView(Portal portal) {

    private static final Set<String> DATES = Set.of("date", "decided", "reviewed");

    List<Map<String, Object>> of(List<Page> pages, String base) {
        return pages.stream().map(p -> of(p, base)).toList();
    }

    /** What listings show of a page. */
    Map<String, Object> of(Page page, String base) {
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
                facts.add(fact(key, label, value, "", DATES.contains(key) ? value : ""));
            }
        });
        return facts;
    }

    /** One fact for each page that should be read before, with a link. */
    private List<Map<String, Object>> prerequisites(Page page, String label, String base) {
        List<String> hrefs = page.document()
                .map(d -> portal.links().get(d.path()))
                .map(LinkMap.Resolved::prerequisites)
                .orElse(List.of());
        List<Map<String, Object>> facts = new ArrayList<>();
        for (String href : hrefs) {
            portal.site()
                    .page(href)
                    .ifPresent(p -> facts.add(fact("prerequisites", label, p.title(), Layouts.url(base, href), "")));
        }
        return facts;
    }

    private static Map<String, Object> fact(String key, String label, String value, String href, String datetime) {
        return Map.of("key", key, "label", label, "value", value, "href", href, "datetime", datetime);
    }
}
