package dev.tierzero.render;

import dev.tierzero.site.Hrefs;
import dev.tierzero.site.Page;
import dev.tierzero.site.Section;
import dev.tierzero.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way from the home page to a page. */
record Breadcrumbs(Site site) {

    List<Map<String, Object>> of(Page page, String base) {
        List<Map<String, Object>> crumbs = new ArrayList<>();
        if (page.href().equals("index.html")) {
            return crumbs;
        }
        List<Section> path = new ArrayList<>();
        for (String folder = page.folder(); !folder.isEmpty(); folder = Hrefs.folder(folder)) {
            site.section(folder).ifPresent(s -> path.add(0, s));
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
        listingOf(page).ifPresent(p -> crumbs.add(to(p, base)));
        crumbs.add(Map.of("title", page.navTitle(), "href", ""));
        return crumbs;
    }

    private Optional<Page> listingOf(Page page) {
        return switch (page.kind()) {
            case TAG -> site.page("tags/index.html");
            case TYPE -> site.page("types/index.html");
            default -> Optional.empty();
        };
    }

    /** A link to a page under its short title. */
    static Map<String, Object> to(Page page, String base) {
        return Map.of("title", page.navTitle(), "href", Layouts.url(base, page.href()));
    }
}
