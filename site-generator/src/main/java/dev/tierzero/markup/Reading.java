package dev.tierzero.markup;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * One traversal of a page's marked HTML that sanitises it by an allow-list, gives it the skeleton of the theme and notes what the model
 * needs. What is not allowed is reported, never dropped silently. One page, one thread.
 */
final class Reading {

    private static final Map<String, BiConsumer<Reading, Element>> ELEMENTS = elements();

    private final Draft draft;
    private final Attributes attributes;
    private final TextReading texts;
    private final BlockReading blocks;
    private final HeadingReading headings;
    private final LinkReading links;
    private final CodeReading code;
    private final TableReading tables;
    private final FootnoteReading footnotes;

    Reading(Draft draft, HeadingReading headings, Highlighter highlighter, ParameterMarks parameters) {
        this.draft = draft;
        this.attributes = new Attributes(draft);
        this.texts = new TextReading(draft);
        this.blocks = new BlockReading(this, draft, attributes);
        this.headings = headings;
        this.links = new LinkReading(this, draft, attributes);
        this.code = new CodeReading(draft, attributes, highlighter, parameters);
        this.tables = new TableReading(this, draft, attributes);
        this.footnotes = new FootnoteReading(this, draft);
    }

    /** Reads a whole page. */
    void read(Element body) {
        footnotes.collect(body);
        children(body);
        footnotes.finish();
    }

    /** Reads what stands in a node. */
    void children(Node parent) {
        int size = parent.childNodeSize();
        for (int i = 0; i < size; i++) {
            node(parent.childNode(i));
        }
    }

    void node(Node node) {
        if (node instanceof TextNode text) {
            texts.text(text);
        } else if (node instanceof Element element) {
            draft.at(element);
            BiConsumer<Reading, Element> reader = ELEMENTS.get(element.normalName());
            if (reader == null) {
                unknown(element);
            } else {
                reader.accept(this, element);
            }
        }
    }

    /** Reads an element that keeps its name, its children between its tags. */
    void inline(Element element, String name) {
        draft.out().append('<').append(name);
        attributes.write(element, name);
        draft.out().append('>');
        children(element);
        draft.out().append("</").append(name).append('>');
    }

    static boolean isBlock(Node node) {
        return node instanceof Element element && Vocabulary.BLOCKS.contains(element.normalName());
    }

    private void unknown(Element element) {
        String name = element.normalName();
        if (Vocabulary.REMOVED.contains(name)) {
            draft.error(
                    "HT001",
                    "the element <" + name + "> was removed with what is in it",
                    "take it out, or say it in Markdown or AsciiDoc");
            return;
        }
        draft.warning(
                "HT002",
                "the element <" + name + "> is not allowed; its text was kept",
                "say it in Markdown or AsciiDoc; to show the tag itself write it as code");
        boolean block = isBlock(element);
        if (block) {
            draft.line();
        }
        children(element);
        if (block) {
            draft.line();
        }
    }

    private static Map<String, BiConsumer<Reading, Element>> elements() {
        Map<String, BiConsumer<Reading, Element>> map = new HashMap<>();
        for (String name : new String[] {
            "em", "strong", "del", "ins", "mark", "sub", "sup", "abbr", "cite", "q", "var", "samp", "small", "span"
        }) {
            map.put(name, (reading, element) -> reading.inline(element, name));
        }
        map.put("b", (reading, element) -> reading.inline(element, "strong"));
        map.put("i", (reading, element) -> reading.inline(element, "em"));
        map.put("s", (reading, element) -> reading.inline(element, "del"));
        map.put("strike", (reading, element) -> reading.inline(element, "del"));
        map.put("dfn", (reading, element) -> reading.inline(element, "em"));
        map.put("br", (reading, element) -> reading.blocks.lineBreak());
        map.put("wbr", (reading, element) -> reading.draft.out().append("<wbr>"));
        map.put("code", (reading, element) -> reading.code.inline(reading, element, "code"));
        map.put("tt", (reading, element) -> reading.code.inline(reading, element, "code"));
        map.put("kbd", (reading, element) -> reading.code.inline(reading, element, "kbd"));
        map.put("a", (reading, element) -> reading.links.anchor(element));
        map.put("img", (reading, element) -> reading.links.image(element));
        map.put("figure", (reading, element) -> reading.links.figure(element));
        map.put("pre", (reading, element) -> reading.code.block(element));
        map.put("table", (reading, element) -> reading.tables.table(element));
        map.put("t0-footnote", (reading, element) -> {}); // Written at the end.
        map.put("t0-fnref", (reading, element) -> reading.footnotes.reference(element));
        for (int level = 1; level <= 6; level++) {
            int depth = level;
            map.put("h" + level, (reading, element) -> reading.headings.heading(reading, element, depth));
        }
        BlockReading.addTo(map, reading -> reading.blocks);
        return Map.copyOf(map);
    }

    LinkReading links() {
        return links;
    }

    TextReading texts() {
        return texts;
    }
}
