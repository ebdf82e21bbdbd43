package dev.tierzero.engine;

import dev.tierzero.model.HtmlText;
import dev.tierzero.publish.HostFiles;
import dev.tierzero.publish.ServiceWorker;
import dev.tierzero.render.Portal;
import dev.tierzero.render.Theme;
import dev.tierzero.site.Aliases;
import dev.tierzero.site.Hrefs;
import dev.tierzero.site.Page;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a site besides its pages and the files of content: those of the theme, of the host, and at former addresses. */
record Companions(Portal portal, Circumstances given) {

    /** Files with a digest of their content in their path; the root of the search index has none. */
    private static final List<String> IMMUTABLE = List.of(Theme.OUTPUT_FOLDER + "*", "_search/:generation/*");

    /** The files by output path. */
    SortedMap<String, byte[]> files(Theme theme, Aliases aliases, Rungs rungs) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        theme.assets().values().forEach(asset -> files.put(asset.href(), asset.bytes()));
        aliases.targets().forEach((alias, target) -> files.put(Aliases.stub(alias), stub(Aliases.stub(alias), target)));
        boolean hsts = given.settings().headers().hsts();
        String policy = given.settings().headers().hstsSubdomains()
                ? "max-age=63072000; includeSubDomains; preload"
                : "max-age=63072000";
        files.put(
                "_headers",
                HostFiles.headers(rungs.policy(), hsts ? policy : "", given.noindex(), IMMUTABLE, rungs.texts()));
        files.put("_redirects", HostFiles.redirects(aliases.targets()));
        files.put("robots.txt", Addresses.robots(given));
        if (!given.settings().offline()) {
            files.put(ServiceWorker.NAME, ServiceWorker.ended());
        }
        if (!given.settings().url().isEmpty()) {
            files.put("sitemap.xml", Addresses.sitemap(portal, given));
        }
        return files;
    }

    private byte[] stub(String stub, String target) {
        String url = Hrefs.relative(Hrefs.folder(stub), target);
        String title = portal.site().page(target).map(Page::title).orElse(target);
        return HostFiles.stub(
                HtmlText.escaped(url), HtmlText.escaped(title), portal.facts().language());
    }
}
