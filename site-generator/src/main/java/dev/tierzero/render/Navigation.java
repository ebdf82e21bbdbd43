package dev.tierzero.render;

import dev.tierzero.site.Page;
import dev.tierzero.site.Section;
import dev.tierzero.site.Site;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sidebar. It is the same for all pages of an output folder but for the mark on the current one, so it is rendered once per
 * folder and marked by inserting an attribute: the cost of a page does not grow with the size of the portal.
 */
final class Navigation {

    /** Up to this many pages the whole tree is in every sidebar; above, only the open branch is. */
    private static final int WHOLE_TREE = 150;

    private final Site site;
    private final Layouts layouts;
    private final boolean whole;
    private final Map<String, String> rendered = new ConcurrentHashMap<>();

    Navigation(Site site, Layouts layouts) {
        this.site = site;
        this.layouts = layouts;
        this.whole = site.paths().size() <= WHOLE_TREE;
    }

    /** The sidebar of a page. */
    SafeString of(Page page, String base) {
        String key = base + "\n" + (page.kind() == Page.Kind.NOT_FOUND ? "" : page.folder());
        String html = rendered.computeIfAbsent(key, k -> render(page.folder(), base));
        String mark = "href=\"" + escaped(Layouts.url(base, page.href())) + "\"";
        int at = html.indexOf(mark);
        if (at < 0) {
            return new SafeString(html);
        }
        int end = at + mark.length();
        return new SafeString(html.substring(0, end) + " aria-current=\"page\"" + html.substring(end));
    }

    private String render(String folder, String base) {
        List<Map<String, Object>> items = new ArrayList<>();
        site.root().pages().forEach(page -> items.add(leaf(page, base)));
        site.root().sections().forEach(section -> items.add(branch(section, folder, base)));
        return layouts.render("partials/nav.peb", Map.of("items", items, Layouts.BASE, base));
    }

    private Map<String, Object> branch(Section section, String folder, String base) {
        boolean open = folder.equals(section.folder()) || folder.startsWith(section.folder() + "/");
        List<Map<String, Object>> children = new ArrayList<>();
        if (open || whole) {
            section.pages().forEach(page -> children.add(leaf(page, base)));
            section.sections().forEach(child -> children.add(branch(child, folder, base)));
        }
        return item(section.title(), Layouts.url(base, section.index().href()), open, children);
    }

    private static Map<String, Object> leaf(Page page, String base) {
        return item(page.navTitle(), Layouts.url(base, page.href()), false, List.of());
    }

    private static Map<String, Object> item(
            String title, String href, boolean open, List<Map<String, Object>> children) {
        return Map.of("title", title, "href", href, "current", false, "open", open, "children", children);
    }

    private static String escaped(String url) {
        return url.replace("&", "&amp;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
