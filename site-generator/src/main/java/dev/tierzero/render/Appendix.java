package dev.tierzero.render;

import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.PercentCode;
import dev.tierzero.site.Page;
import dev.tierzero.site.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** The part "Also needed" of a one-file copy: what its steps refer to on other pages, with ids of its own. */
final class Appendix {

    /** Attributes of which each word is an id. */
    private static final List<String> REFERRING =
            List.of("for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns");

    private static final Pattern PAINT = Pattern.compile("url\\(#");
    /** What marks the steps of a procedure that is run on its own page. */
    private static final List<String> STEP = List.of("data-step", "data-digest", "data-kind", "data-role");

    private final Site site;
    private final Function<ParsedDocument, String> bodies;
    private final Map<String, Excerpt> excerpts = new LinkedHashMap<>();
    private final Map<String, Drawn> drawn = new LinkedHashMap<>();

    /**
     * A part as it stands in the copy.
     *
     * @param page that it was taken from
     * @param section the part
     * @param prefix of its ids
     * @param ids without their prefix
     */
    record Drawn(Page page, Element section, String prefix, Set<String> ids) {}

    /** @param bodies HTML of a page's body */
    Appendix(Site site, Function<ParsedDocument, String> bodies) {
        this.site = site;
        this.bodies = bodies;
    }

    /** Takes up what a link of a step leads to. */
    Excerpt.Taken take(Local goal) {
        Optional<Page> page = site.page(goal.path());
        Optional<ParsedDocument> document = page.flatMap(Page::document);
        if (document.isEmpty()) {
            return Excerpt.Taken.NOTHING;
        }
        return excerpts.computeIfAbsent(
                        goal.path(), path -> new Excerpt(page.get(), Dom.fragment(bodies.apply(document.get()))))
                .take(goal.fragment());
    }

    /** Output paths of the images on the pages that links of steps lead to. */
    List<String> images() {
        List<String> images = new ArrayList<>();
        for (Excerpt excerpt : excerpts.values()) {
            for (String url : excerpt.images()) {
                Local.of(excerpt.page().href(), url).map(Local::path).ifPresent(images::add);
            }
        }
        return images;
    }

    /** Draws the parts; nothing more can be taken afterwards. */
    List<Drawn> drawn() {
        for (Excerpt excerpt : excerpts.values()) {
            if (!excerpt.isEmpty()) {
                drawn.put(excerpt.page().href(), drawn(excerpt, drawn.size() + 1));
            }
        }
        return List.copyOf(drawn.values());
    }

    /** The id in the copy of what a link leads to; empty when it is not here. */
    Optional<String> id(Local goal) {
        Drawn part = drawn.get(goal.path());
        if (part == null || !(goal.fragment().isEmpty() || part.ids().contains(goal.fragment()))) {
            return Optional.empty();
        }
        return Optional.of(goal.fragment().isEmpty() ? part.section().id() : part.prefix() + goal.fragment());
    }

    private static Drawn drawn(Excerpt excerpt, int number) {
        String prefix = "tz.also." + number + ".";
        Element section = Dom.element("section");
        section.addClass("also-part").attr("id", "tz.also." + number).attr("aria-labelledby", prefix + "title");
        section.appendElement("h3")
                .attr("id", prefix + "title")
                .text(excerpt.page().title());
        Element origin = section.appendElement("p").addClass("also-from").text(excerpt.isPart() ? "Part of " : "From ");
        origin.appendElement("span").addClass("addr").text(excerpt.page().href());
        Element body = section.appendElement("div").addClass("body");
        body.appendChildren(excerpt.nodes());
        clean(body);
        Set<String> ids = new HashSet<>(body.select("[id]").eachAttr("id"));
        body.getAllElements().forEach(element -> element.attributes().forEach(a -> prefixed(element, a, prefix, ids)));
        return new Drawn(excerpt.page(), section, prefix, ids);
    }

    /** Headings stand below the part's own; steps are read here and run on their own page. */
    private static void clean(Element body) {
        body.select("a.permalink, script, style, link, meta, template").remove();
        body.select("[data-step]").forEach(step -> STEP.forEach(step::removeAttr));
        body.select("input.tick").remove();
        body.select("span.param").unwrap();
        int top = body.select("h1, h2, h3, h4, h5, h6").stream()
                .mapToInt(Appendix::level)
                .min()
                .orElse(4);
        List<Element> headings = new ArrayList<>(body.select("h1, h2, h3, h4, h5, h6"));
        headings.forEach(heading -> heading.tagName("h" + Math.min(6, 4 + level(heading) - top)));
    }

    private static int level(Element heading) {
        return heading.normalName().charAt(1) - '0';
    }

    private static void prefixed(Element element, Attribute attribute, String prefix, Set<String> ids) {
        String name = attribute.getKey();
        String value = attribute.getValue();
        if (name.equals("id")) {
            attribute.setValue(prefix + value);
        } else if (REFERRING.contains(name)) {
            List<String> words = new ArrayList<>();
            for (String word : value.split("\\s+", -1)) {
                words.add(ids.contains(word) ? prefix + word : word);
            }
            attribute.setValue(String.join(" ", words));
        } else if (value.contains("url(#")) {
            attribute.setValue(PAINT.matcher(value).replaceAll("url(#" + prefix));
        } else if (name.endsWith("href") && !element.normalName().equals("a") && value.startsWith("#")) {
            attribute.setValue("#" + prefix + value.substring(1));
        }
    }

    /** A link's text for an id. */
    static String link(String id) {
        return "#" + PercentCode.encoded(id);
    }
}
