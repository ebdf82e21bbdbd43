package dev.tierzero.api;

/**
 * A heading of a page's body.
 *
 * @param level 2–6; the page title is level 1 and not in the list
 * @param id unique on the page, as it stands in the HTML
 * @param text plain
 * @param position of the heading in its source
 */
public record Heading(int level, String id, String text, SourcePosition position) {}
