package dev.tierzero.render;

import dev.tierzero.api.Metadata;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.site.Page;
import dev.tierzero.site.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What templates see of a page's metadata. */
record MetadataView(Portal portal) {

    /** What the author said of the page, and what git knows. */
    Map<String, Object> of(Page page, String base) {
        Map<String, Object> view = new HashMap<>();
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
        view.put("tags", tags(metadata, base));
        view.put("hours", metadata.text("hours").map(MetadataView::number).orElse(""));
        view.put("modules", modules(metadata));
        return view;
    }

    private static List<Map<String, Object>> tags(Metadata metadata, String base) {
        List<Map<String, Object>> tags = new ArrayList<>();
        for (String tag : metadata.list("tags")) {
            tags.add(Map.of("name", tag, "href", Layouts.url(base, Tags.hrefOf(tag))));
        }
        return tags;
    }

    private static List<Map<String, Object>> modules(Metadata metadata) {
        List<Map<String, Object>> modules = new ArrayList<>();
        for (Map<String, Object> module : metadata.maps("modules")) {
            modules.add(Map.of(
                    "title", String.valueOf(module.getOrDefault("title", "")),
                    "hours", number(String.valueOf(module.getOrDefault("hours", "0")))));
        }
        return modules;
    }

    /** Whole numbers stay whole, so that templates print 4 and not 4.0. */
    private static Object number(String text) {
        if (text.matches("\\d{1,9}")) {
            return Integer.valueOf(text);
        }
        return text.matches("\\d{1,9}\\.\\d{1,9}") ? Double.valueOf(text) : text;
    }
}
