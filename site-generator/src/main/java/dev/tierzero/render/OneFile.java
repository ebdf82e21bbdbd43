package dev.tierzero.render;

import dev.tierzero.model.PercentCode;
import dev.tierzero.site.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Makes the copy of a page that is one file: style, scripts and images stand in it, and so does what its steps refer to on other pages.
 * It is read with nothing but a browser. Safe for all threads.
 */
public final class OneFile {

    /** What has no meaning without the site around it. */
    private static final String LEFT_OUT = "nav.crumbs, nav.pager, .backlinks, .edit, .tags, .kept, .skip, .copied,"
            + " script, style, link, meta, base, template, noscript";

    /** By these a page tells its script what to load when it is needed: here it is in the file. */
    private static final List<String> LOADED_LATER = List.of("data-scripts", "data-script", "data-style", "data-text");

    private final Portal portal;
    private final PageRenderer renderer;
    private final Inlined inlined;
    private final Function<String, Optional<byte[]>> files;
    private final String url;

    /**
     * A copy.
     *
     * @param bytes of the file
     * @param live the one URL in it that leads out: to the page
     * @param exits links of steps that it cannot satisfy
     * @param needs output paths of what its steps link to, with its images, and of the images that the copy shows
     * @param sources output paths of all that was looked for to make it, there or not
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    public record Copy(
            byte[] bytes, String live, List<Exit> exits, NavigableSet<String> needs, NavigableSet<String> sources) {}

    /**
     * A link of a step that leads out of the copy.
     *
     * @param url as it stands on the page
     * @param path output path of its target
     * @param page whether that is a page
     * @param begun whether the copy holds the beginning of it
     */
    public record Exit(String url, String path, boolean page, boolean begun) {}

    /**
     * @param files the bytes of a file of content that is published as it is, by output path
     */
    public OneFile(Portal portal, PageRenderer renderer, Inlined inlined, Function<String, Optional<byte[]>> files) {
        this.portal = portal;
        this.renderer = renderer;
        this.inlined = inlined;
        this.files = files;
        this.url = portal.facts().url();
    }

    /**
     * The copy of a page.
     *
     * @param live the page's text as it is published
     * @throws ThemeException when the template of copies is wrong
     */
    public Copy of(Page page, String live) {
        Document document = Dom.page(shown(live));
        Element main = Optional.ofNullable(document.selectFirst("main")).orElse(document.body());
        main.select(LEFT_OUT).remove();
        List<String> scripts =
                inlined.scripts(main.selectFirst("[data-scripts]") != null, main.selectFirst("[data-script]") != null);
        LOADED_LATER.forEach(name -> main.select("[" + name + "]").removeAttr(name));
        // It is printed like the page itself: a line of code that goes on in another says so.
        Appendix appendix = new Appendix(portal.site(), other -> PaperCode.marked(renderer.body(other)));
        List<Exit> exits = new ArrayList<>();
        NavigableSet<String> needs = new TreeSet<>();
        for (Element link : Steps.links(main)) {
            Local.of(page.href(), link.attr("href")).ifPresent(goal -> {
                if (!goal.path().equals(page.href())) {
                    needs.add(goal.path());
                    take(goal, link.attr("href"), appendix).ifPresent(exits::add);
                }
            });
        }
        appendix.images().stream().filter(path -> files.apply(path).isPresent()).forEach(needs::add);
        List<Appendix.Drawn> parts = appendix.drawn();
        CopyLinks links = new CopyLinks(page.href(), main, appendix);
        NavigableSet<String> sources = new TreeSet<>(needs);
        sources.addAll(appendix.images());
        CopyImages images = new CopyImages(path -> {
            sources.add(path);
            return files.apply(path);
        });
        links.rewrite(main, page.href());
        images.inline(main, page.href(), needs);
        parts.forEach(part -> {
            links.rewrite(part.section(), part.page().href());
            images.inline(part.section(), part.page().href(), needs);
        });
        StringBuilder also = new StringBuilder();
        parts.forEach(part -> also.append(part.section().outerHtml()).append('\n'));
        Map<String, Object> view =
                view(page, main.html(), also.toString(), document.body().className(), scripts);
        byte[] bytes = renderer.copy(page, view).getBytes(StandardCharsets.UTF_8);
        return new Copy(bytes, live(page), List.copyOf(exits), needs, sources);
    }

    /** The part of a page that its copy is made from: what lies around its main part, menus above all, is left out. */
    public static String shown(String live) {
        int body = live.indexOf("<body");
        int start = live.indexOf("<main", body);
        int end = live.lastIndexOf("</main>");
        int head = live.indexOf('>', body);
        return body >= 0 && head >= 0 && head < start && start < end
                ? live.substring(body, head + 1) + live.substring(start, end)
                : live;
    }

    /**
     * A page's copies without what stands in them, which every template shows as it is: with the same frame and the same content a copy
     * is the same.
     *
     * @param live the page's text as it is published
     * @throws ThemeException when the template of copies is wrong
     */
    public String frame(Page page, String live) {
        String shown = shown(live);
        String kind =
                Dom.page(shown.substring(0, shown.indexOf('>') + 1)).body().className();
        // Long, and the same in every copy of a theme: how many scripts there are is all that a template can ask.
        List<String> scripts = inlined.scripts(live.contains(" data-scripts="), live.contains(" data-script=")).stream()
                .map(script -> "script")
                .toList();
        StringBuilder frame = new StringBuilder();
        for (String also : List.of("", "also")) {
            Map<String, Object> view = view(page, "main", also, kind, scripts);
            view.put("style", "style");
            view.put("first", "first");
            frame.append(renderer.copy(page, view)).append('\0');
        }
        return frame.toString();
    }

    private Optional<Exit> take(Local goal, String href, Appendix appendix) {
        Optional<Page> target = portal.site().page(goal.path());
        if (target.isEmpty()) {
            boolean file = files.apply(goal.path()).isPresent();
            return file ? Optional.of(new Exit(href, goal.path(), false, false)) : Optional.empty();
        }
        Excerpt.Taken taken = appendix.take(goal);
        // A page that survives has a copy of its own; its address stands here.
        return taken == Excerpt.Taken.WHOLE || target.get().survives()
                ? Optional.empty()
                : Optional.of(new Exit(href, goal.path(), true, taken == Excerpt.Taken.BEGINNING));
    }

    private Map<String, Object> view(Page page, String main, String also, String kind, List<String> scripts) {
        String live = live(page);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("main", main);
        view.put("also", also);
        view.put("kind", kind);
        view.put("live", live);
        view.put("address", url.isEmpty() ? page.href() : live);
        view.put("style", inlined.style());
        view.put("first", inlined.first());
        view.put("scripts", scripts);
        return view;
    }

    /** Of the page a copy leads back to: where the site is, or beside the copy. */
    private String live(Page page) {
        return url.isEmpty()
                ? PercentCode.encoded(page.href().substring(page.href().lastIndexOf('/') + 1))
                : url + "/" + PercentCode.encoded(page.href());
    }
}
