package dev.tierzero.render;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/** Rendered HTML as a tree, and back: no white space is moved, names keep their case (drawings have {@code viewBox}). */
final class Dom {

    private Dom() {}

    /** A whole page. */
    static Document page(String html) {
        Document document = parser().parseInput(html, "");
        document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        return document;
    }

    /** The text of a body. */
    static Element fragment(String html) {
        return page("<body>" + html).body();
    }

    /** A new element that is written as the others are. */
    static Element element(String name) {
        return page("").body().appendElement(name);
    }

    private static Parser parser() {
        return Parser.htmlParser().settings(ParseSettings.preserveCase);
    }
}
