package dev.tierzero.render;

import dev.tierzero.site.Page;
import dev.tierzero.site.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What templates see of the whole site: its name, its menu, where help is. */
record SiteView(Portal portal) {

    /** A menu that nobody wrote has the first sections; the sidebar has all. */
    private static final int MENU_LENGTH = 7;

    /** What templates see of the site on a page. */
    Map<String, Object> of(Page page, String base) {
        PortalFacts facts = portal.facts();
        Map<String, Object> view = new HashMap<>();
        view.put("title", facts.title());
        view.put("tagline", facts.tagline());
        view.put("language", facts.language());
        view.put("url", facts.url());
        view.put("version", facts.version());
        view.put("builtAt", facts.builtAt());
        view.put("generator", facts.generator());
        view.put("noindex", facts.noindex());
        view.put("offline", facts.offline());
        view.put("portalZip", facts.portalZip());
        view.put("repoUrl", facts.repositoryUrl());
        view.put("menu", menu(page, base));
        EscalationView escalation = new EscalationView(portal);
        view.put("support", escalation.steps(base));
        view.put("send", escalation.send());
        view.put("emergency", new NoticeView(portal).emergency(page, base));
        view.put("restricted", facts.notices().escalation().restricted());
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

    /** Links with their URLs from the page's folder; those that lead out of the site as they are. */
    static List<Map<String, Object>> entrances(List<PortalFacts.Entrance> entrances, String base) {
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
}
