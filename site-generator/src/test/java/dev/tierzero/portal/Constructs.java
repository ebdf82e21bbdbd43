package dev.tierzero.portal;

/**
 * A small site with every construct of the authoring guide in both markups ({@code src/test/sites/constructs}), built once for
 * all tests.
 *
 * @param site the result
 */
public record Constructs(BuiltSite site) {

    /** The page written in Markdown. */
    public static final String MARKDOWN = "markdown.html";

    /** The same page written in AsciiDoc. */
    public static final String ASCIIDOC = "asciidoc.html";
}
