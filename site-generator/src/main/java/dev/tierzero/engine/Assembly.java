package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Parsed;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.Settings;
import dev.tierzero.model.SupportStep;
import dev.tierzero.publish.PortalZip;
import dev.tierzero.render.Portal;
import dev.tierzero.render.PortalFacts;
import dev.tierzero.site.LinkMap;
import dev.tierzero.site.Page;
import dev.tierzero.site.PageDigests;
import dev.tierzero.site.Site;
import dev.tierzero.site.SitePlan;
import dev.tierzero.source.SettingsFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The portal assembled from parsed pages: pure, the same for a build and for a live preview.
 *
 * @param portal what pages are rendered from
 * @param links resolves references against the site
 * @param drafts paths of pages that are not shown because they are drafts
 * @param menu what is wrong with the menu, the ladder of help and the links of plugins
 */
record Assembly(Portal portal, LinkMap links, SortedSet<String> drafts, List<Diagnostic> menu) {

    /** The pages that are shown. */
    static List<ParsedDocument> shown(List<Parsed> parsed, Circumstances given) {
        return parsed.stream()
                .map(Parsed::document)
                .filter(document -> given.drafts() || !isDraft(document))
                .toList();
    }

    /** Puts the pages that are shown and what plugins contribute together. */
    static Assembly of(List<Parsed> parsed, Contributions contributions, Circumstances given, Workers workers) {
        List<ParsedDocument> documents = new ArrayList<>(shown(parsed, given));
        SortedSet<String> drafts = new TreeSet<>();
        parsed.forEach(page -> drafts.add(page.document().path()));
        documents.forEach(document -> drafts.remove(document.path()));
        documents.addAll(contributions.pages());
        Site site = plan(given).site(documents, generated(given));
        Map<String, String> others = new HashMap<>(given.others());
        drafts.forEach(path -> others.put(path, "a draft"));
        Map<String, String> assets = new HashMap<>(given.assets());
        contributions.files().keySet().forEach(path -> assets.put(path, path));
        if (given.settings().portalZip()) {
            assets.put(PortalZip.NAME, PortalZip.NAME);
        }
        LinkMap map = new LinkMap(site, assets, others);
        List<LinkMap.Resolved> resolved = workers.map(documents, map::resolve, () -> {});
        Map<String, LinkMap.Resolved> links = new HashMap<>();
        List<Diagnostic> menu = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            links.put(documents.get(i).path(), resolved.get(i));
        }
        Portal portal = new Portal(
                site,
                links,
                backlinks(site, links),
                given.lastChanges(),
                given.types(),
                given.owners(),
                facts(given, site, menu),
                AddedViews.of(contributions, map, menu),
                new PageDigests(given.types()));
        return new Assembly(portal, map, drafts, menu);
    }

    /** The same portal with one page's text replaced; everything that other pages show of it must be as it was. */
    Assembly with(ParsedDocument document) {
        Map<String, LinkMap.Resolved> resolved = new HashMap<>(portal.links());
        resolved.put(document.path(), links.resolve(document));
        Portal changed = new Portal(
                portal.site().with(document),
                resolved,
                portal.backlinks(),
                portal.lastChanges(),
                portal.types(),
                portal.owners(),
                portal.facts(),
                portal.added(),
                new PageDigests(portal.types()));
        return new Assembly(changed, links, drafts, menu);
    }

    /** What is wrong with links and the menu, in no order. */
    List<Diagnostic> diagnostics() {
        return Stream.concat(menu.stream(), portal.links().values().stream().flatMap(l -> l.diagnostics().stream()))
                .toList();
    }

    /** Pages that a site has only when there is something to put on them. */
    private static List<Page> generated(Circumstances given) {
        List<Page> pages = new ArrayList<>();
        if (!given.notices().escalation().isEmpty()) {
            pages.add(Page.generated(
                    Page.ESCALATION,
                    Page.Kind.ESCALATION,
                    "escalation",
                    "Escalation sheet",
                    "Whom to ask, how, and when they answer: one page for the wall.",
                    List.of()));
        }
        if (given.notices().emergency().isPresent()) {
            pages.add(Page.generated(
                    Page.EMERGENCY,
                    Page.Kind.EMERGENCY,
                    "emergency",
                    "Published in an emergency",
                    "Which checks failed when this version was published, and who decided so.",
                    List.of()));
        }
        return pages;
    }

    private static SitePlan plan(Circumstances given) {
        Map<String, String> titles = new HashMap<>();
        Map<String, Integer> orders = new HashMap<>();
        given.settings().sections().forEach((folder, section) -> {
            if (!section.title().isBlank()) {
                titles.put(folder, section.title());
            }
            section.order().ifPresent(order -> orders.put(folder, order));
        });
        return new SitePlan(given.settings().title(), titles, orders, given.types());
    }

    private static boolean isDraft(ParsedDocument document) {
        return document.metadata().flag("draft")
                || document.metadata().text("status").filter("draft"::equals).isPresent();
    }

    private static Map<String, List<String>> backlinks(Site site, Map<String, LinkMap.Resolved> links) {
        Map<String, SortedSet<String>> found = new HashMap<>();
        for (Page page : site.pages()) {
            page.document()
                    .flatMap(d -> Optional.ofNullable(links.get(d.path())))
                    .ifPresent(resolved -> {
                        for (LinkMap.Target target : resolved.targets()) {
                            target.page()
                                    .filter(href -> !href.equals(page.href()))
                                    .ifPresent(href -> found.computeIfAbsent(href, h -> new TreeSet<>())
                                            .add(page.href()));
                        }
                    });
        }
        Map<String, List<String>> backlinks = new HashMap<>();
        found.forEach((href, from) -> backlinks.put(href, List.copyOf(from)));
        return backlinks;
    }

    private static PortalFacts facts(Circumstances given, Site site, List<Diagnostic> found) {
        Settings settings = given.settings();
        String root = settings.url().isEmpty() ? "/" : path(settings.url());
        return new PortalFacts(
                settings.title(),
                settings.tagline(),
                settings.language(),
                // What a preview shows is not what stands at the site's address.
                given.noindex() ? "" : settings.url(),
                root,
                given.version(),
                given.builtAt(),
                given.generator(),
                given.noindex(),
                settings.offline(),
                settings.portalZip(),
                settings.repository().map(Settings.Repository::url).orElse(""),
                settings.repository()
                        .flatMap(r -> r.editUrl("{path}").map(u -> u.replace("%7Bpath%7D", "{path}")))
                        .orElse(""),
                settings.folders().content(),
                menu(settings, site, found),
                Doors.of(site),
                support(settings, site, found),
                given.notices());
    }

    /** The path part of a site's address with a slash at both ends. */
    private static String path(String url) {
        int host = url.indexOf("://");
        int slash = url.indexOf('/', host < 0 ? 0 : host + 3);
        return slash < 0 ? "/" : url.substring(slash) + (url.endsWith("/") ? "" : "/");
    }

    private static List<PortalFacts.Entrance> support(Settings settings, Site site, List<Diagnostic> found) {
        List<PortalFacts.Entrance> steps = new ArrayList<>();
        for (SupportStep step : settings.support()) {
            Optional<Page> page = page(site, step.target());
            boolean outside = step.target().isBlank() || step.target().contains("://");
            if (page.isEmpty() && !outside) {
                found.add(nowhere("step of support", step.target(), "step's link"));
            }
            String href = page.map(Page::href).orElse(outside ? step.target() : "");
            steps.add(new PortalFacts.Entrance("", step.title(), step.text(), href));
        }
        return steps;
    }

    private static Diagnostic nowhere(String what, String target, String removed) {
        return Diagnostic.error(
                "LK007",
                SourcePosition.ofFile(SettingsFile.NAME),
                what + " " + target + " leads to no page or folder of content",
                "name a folder or page below content, or remove the " + removed);
    }

    private static Optional<Page> page(Site site, String target) {
        return site.pageOf(target).or(() -> site.section(target).map(dev.tierzero.site.Section::index));
    }

    private static List<PortalFacts.Entrance> menu(Settings settings, Site site, List<Diagnostic> found) {
        List<PortalFacts.Entrance> menu = new ArrayList<>();
        for (Settings.MenuItem item : settings.menu()) {
            Optional<Page> page = page(site, item.target());
            if (page.isEmpty() && !item.target().contains("://")) {
                found.add(nowhere("menu entry", item.target(), "entry"));
                continue;
            }
            String title = item.title().isBlank() ? page.map(Page::navTitle).orElse(item.target()) : item.title();
            menu.add(
                    new PortalFacts.Entrance("", title, "", page.map(Page::href).orElse(item.target())));
        }
        return menu;
    }
}
