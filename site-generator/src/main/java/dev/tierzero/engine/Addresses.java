package dev.tierzero.engine;

import dev.tierzero.model.HtmlText;
import dev.tierzero.model.PercentCode;
import dev.tierzero.render.Portal;
import dev.tierzero.site.Page;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** What search engines are told of a site's addresses. */
final class Addresses {

    /** Pages that no list of addresses names. */
    private static final Set<Page.Kind> UNLISTED = Set.of(Page.Kind.NOT_FOUND, Page.Kind.OFFLINE, Page.Kind.EMERGENCY);

    private Addresses() {}

    /** {@code robots.txt}. */
    static byte[] robots(Circumstances given) {
        String url = given.settings().url();
        String rule = given.noindex() ? "Disallow: /" : "Disallow:";
        String sitemap = url.isEmpty() || given.noindex() ? "" : "Sitemap: " + url + "/sitemap.xml\n";
        return ("User-agent: *\n" + rule + "\n" + sitemap).getBytes(StandardCharsets.UTF_8);
    }

    /** {@code sitemap.xml}, in the order of output paths. */
    static byte[] sitemap(Portal portal, Circumstances given) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        TreeSet<String> hrefs = new TreeSet<>();
        portal.site().pages().stream()
                .filter(page -> !UNLISTED.contains(page.kind()))
                .forEach(page -> hrefs.add(page.href()));
        for (String href : hrefs) {
            String loc = given.settings().url() + "/"
                    + PercentCode.encoded(
                            href.endsWith("index.html")
                                    ? href.substring(0, href.length() - "index.html".length())
                                    : href);
            xml.append("<url><loc>").append(HtmlText.escaped(loc)).append("</loc>");
            portal.site()
                    .page(href)
                    .flatMap(Page::document)
                    .map(d -> portal.lastChanges().get(d.path()))
                    .ifPresent(date -> xml.append("<lastmod>").append(date).append("</lastmod>"));
            xml.append("</url>\n");
        }
        return xml.append("</urlset>\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
