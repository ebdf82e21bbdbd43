package dev.tierzero.markup;

import dev.tierzero.api.Block;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Reads paragraphs, quotes, admonitions, tabs and the other blocks. */
final class BlockReading {

    private final Reading reading;
    private final Draft draft;
    private final Attributes attributes;
    private final ListReading lists;

    BlockReading(Reading reading, Draft draft, Attributes attributes) {
        this.reading = reading;
        this.draft = draft;
        this.attributes = attributes;
        this.lists = new ListReading(reading, draft, this);
    }

    /** Adds the elements that are read here. */
    static void addTo(Map<String, BiConsumer<Reading, Element>> map, Function<Reading, BlockReading> blocks) {
        for (String name : List.of("ul", "ol")) {
            map.put(name, (reading, element) -> blocks.apply(reading).lists.list(element, name));
        }
        map.put("dl", (reading, element) -> blocks.apply(reading).lists.definitions(element));
        map.put("dt", (reading, element) -> blocks.apply(reading).lists.term(element));
        map.put("dd", (reading, element) -> blocks.apply(reading).lists.definition(element));
        map.put("li", (reading, element) -> blocks.apply(reading).lists.item(element));
        map.put("p", (reading, element) -> blocks.apply(reading).paragraph(element));
        map.put("hr", (reading, element) -> blocks.apply(reading).rule());
        map.put("blockquote", (reading, element) -> blocks.apply(reading).quote(element));
        map.put("div", (reading, element) -> blocks.apply(reading).division(element));
        map.put("details", (reading, element) -> blocks.apply(reading).details(element));
        map.put("t0-details", (reading, element) -> blocks.apply(reading).details(element));
        map.put("t0-admonition", (reading, element) -> blocks.apply(reading).admonition(element));
        map.put("t0-tabs", (reading, element) -> blocks.apply(reading).other(element, "div", "tabs"));
        map.put("t0-tab", (reading, element) -> blocks.apply(reading).tab(element));
        map.put("t0-sidebar", (reading, element) -> blocks.apply(reading).other(element, "aside", "sidebar"));
        map.put("t0-example", (reading, element) -> blocks.apply(reading).other(element, "div", "example"));
        map.put("t0-block-title", (reading, element) -> blocks.apply(reading).blockTitle(element));
    }

    void lineBreak() {
        draft.out().append("<br>");
        draft.space();
    }

    private void rule() {
        draft.line();
        draft.out().append("<hr>\n");
    }

    void open(Element element, String name, String css) {
        draft.line();
        draft.out().append('<').append(name);
        if (!css.isEmpty()) {
            Html.attribute(draft.out(), "class", css);
        }
        attributes.write(element, name);
    }

    void close(String name) {
        draft.out().append("</").append(name).append(">\n");
        draft.space();
    }

    void wrap(Element element, String name, String css) {
        open(element, name, css);
        draft.out().append('>');
        reading.children(element);
        close(name);
    }

    void container(Element element, String name, String css) {
        open(element, name, css);
        draft.out().append(">\n");
        reading.children(element);
        draft.line();
        close(name);
    }

    private void paragraph(Element element) {
        if (reading.links().loneImage(element)) {
            return;
        }
        boolean opened = draft.blocks().paragraph();
        Optional<String> insert = reading.texts().alone(element);
        if (insert.isPresent()) {
            draft.line();
            draft.insert(insert.get(), true);
            draft.out().append('\n');
        } else {
            wrap(element, "p", "");
        }
        if (opened) {
            draft.blocks().close();
        }
    }

    private void blockTitle(Element element) {
        draft.blocks().open(Block.Kind.PARAGRAPH, "");
        reading.texts().literally(() -> wrap(element, "p", "block-title"));
        draft.blocks().close();
    }

    private void other(Element element, String name, String css) {
        draft.blocks().open(Block.Kind.OTHER, "");
        container(element, name, css);
        draft.blocks().close();
    }

    private void quote(Element element) {
        draft.blocks().open(Block.Kind.QUOTE, "");
        open(element, "blockquote", "");
        draft.out().append(">\n");
        reading.children(element);
        draft.line();
        String who = element.attr("data-attribution").strip();
        String where = element.attr("data-cite").strip();
        if (!who.isEmpty() || !where.isEmpty()) {
            String footer = "— " + who + (who.isEmpty() || where.isEmpty() ? "" : ", ") + where;
            draft.out().append("<footer>");
            Html.text(draft.out(), footer);
            draft.words(footer);
            draft.out().append("</footer>\n");
        }
        close("blockquote");
        draft.blocks().close();
    }

    /** A division is no more than its content; bare text in it becomes a paragraph. */
    private void division(Element element) {
        boolean blocks = element.childNodes().stream().anyMatch(Reading::isBlock);
        if (!blocks && element.hasText()) {
            paragraph(element);
        } else {
            draft.line();
            reading.children(element);
            draft.line();
        }
    }

    private void details(Element element) {
        String title = element.attr("title").isBlank()
                ? "Details"
                : element.attr("title").strip();
        element.removeAttr("title");
        draft.blocks().open(Block.Kind.DISCLOSURE, "");
        open(element, "details", "disclosure");
        draft.out().append(element.hasAttr("open") ? " open>\n" : ">\n");
        Optional<Element> summary = element.children().stream()
                .filter(child -> child.normalName().equals("summary"))
                .findFirst();
        draft.out().append("<summary>");
        summary.ifPresentOrElse(
                own -> {
                    draft.at(own);
                    reading.texts().literally(() -> reading.children(own));
                },
                () -> title(title));
        draft.out().append("</summary>\n");
        draft.blocks().title();
        draft.space();
        for (Node child : element.childNodes()) {
            if (summary.filter(child::equals).isEmpty()) {
                reading.node(child);
            }
        }
        draft.line();
        close("details");
        draft.blocks().close();
    }

    private void title(String text) {
        Html.text(draft.out(), text);
        draft.words(text);
        draft.space();
    }

    private void admonition(Element element) {
        String kind = Opening.kind(element.attr("kind")).orElse("note");
        String label = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
        String title =
                element.attr("title").isBlank() ? label : element.attr("title").strip();
        boolean collapsible = element.hasAttr("collapsible");
        String name = collapsible ? "details" : "aside";
        element.removeAttr("title");
        draft.blocks().open(Block.Kind.ADMONITION, kind);
        open(element, name, "admonition " + kind);
        if (collapsible) {
            draft.out()
                    .append(element.hasAttr("open") ? " open" : "")
                    .append(">\n<summary class=\"admonition-title\">");
        } else {
            draft.out()
                    .append(" role=\"note\" aria-label=\"")
                    .append(label)
                    .append("\">\n<p class=\"admonition-title\">");
        }
        title(title);
        draft.out().append(collapsible ? "</summary>\n" : "</p>\n");
        reading.children(element);
        draft.line();
        close(name);
        draft.blocks().close();
    }

    private void tab(Element element) {
        String title = element.attr("title").strip();
        element.removeAttr("title");
        draft.blocks().open(Block.Kind.TAB, "");
        open(element, "section", "tab");
        Html.attribute(draft.out(), "data-tab", Slugger.slug(title));
        Html.attribute(draft.out(), "aria-label", title);
        draft.out().append(">\n<p class=\"tab-title\">");
        title(title);
        draft.out().append("</p>\n");
        draft.blocks().title();
        reading.children(element);
        draft.line();
        close("section");
        draft.blocks().close();
    }
}
