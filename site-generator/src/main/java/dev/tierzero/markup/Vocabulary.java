package dev.tierzero.markup;

import java.util.Set;

/** The names of elements that the reading pass tells apart by kind. */
final class Vocabulary {

    /** Elements that are removed with all that is in them: they run, load or hide something. */
    static final Set<String> REMOVED = Set.of(
            "script",
            "style",
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "template",
            "noscript",
            "textarea",
            "select",
            "svg",
            "math",
            "video",
            "audio",
            "canvas",
            "map",
            "base",
            "noembed",
            "noframes",
            "xmp",
            "plaintext",
            "portal",
            "input",
            "dialog",
            "slot",
            "listing");

    /** Elements that begin on a line of their own. */
    static final Set<String> BLOCKS = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "hr",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "caption",
            "pre",
            "div",
            "section",
            "article",
            "aside",
            "header",
            "footer",
            "main",
            "nav",
            "figure",
            "figcaption",
            "details",
            "summary",
            "form",
            "t0-admonition",
            "t0-details",
            "t0-tabs",
            "t0-tab",
            "t0-footnote",
            "t0-block-title",
            "t0-sidebar",
            "t0-example",
            "body");

    private Vocabulary() {}
}
