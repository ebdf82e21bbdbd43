package dev.tierzero.render;

import dev.tierzero.model.Emergency;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.site.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What templates see of an emergency. Empty on any other day. */
record NoticeView(Portal portal) {

    /** Of the site: for the banner and the page that lists what was let through. */
    Map<String, Object> emergency(Page page, String base) {
        Optional<Emergency> standing = portal.facts().notices().emergency();
        if (standing.isEmpty()) {
            return Map.of();
        }
        Emergency emergency = standing.get();
        Map<String, Object> view = new HashMap<>();
        view.put("by", emergency.by());
        view.put("byTitle", portal.owners().getOrDefault(emergency.by(), emergency.by()));
        view.put("reason", emergency.reason());
        view.put("at", emergency.at().toString());
        view.put("atText", readable(emergency.at().toString()));
        view.put("until", emergency.until().toString());
        view.put("untilText", readable(emergency.until().toString()));
        view.put("count", emergency.count());
        view.put("more", emergency.more());
        view.put("findings", page.kind() == Page.Kind.EMERGENCY ? findings(emergency.findings(), base) : List.of());
        return view;
    }

    /** What was let through on one page. */
    List<Map<String, Object>> failed(Page page, String base) {
        Optional<Emergency> standing = portal.facts().notices().emergency();
        Optional<String> file = page.document().map(ParsedDocument::file);
        if (standing.isEmpty() || file.isEmpty()) {
            return List.of();
        }
        return findings(
                standing.get().findings().stream()
                        .filter(f -> f.file().equals(file.get()))
                        .toList(),
                base);
    }

    private List<Map<String, Object>> findings(List<Emergency.Failed> findings, String base) {
        String content = portal.facts().contentFolder() + "/";
        List<Map<String, Object>> views = new ArrayList<>();
        for (Emergency.Failed failed : findings) {
            String path = failed.file().startsWith(content) ? failed.file().substring(content.length()) : "";
            Optional<Page> page = portal.site().pageOf(path);
            views.add(Map.of(
                    "code", failed.code(),
                    "file", failed.file(),
                    "line", failed.line(),
                    "message", failed.message(),
                    "title", page.map(Page::title).orElse(""),
                    "href", page.map(p -> Layouts.url(base, p.href())).orElse("")));
        }
        return views;
    }

    private static String readable(String instant) {
        return instant.replace("T", " ").replaceAll(":\\d\\dZ$", " UTC").replace("Z", " UTC");
    }
}
