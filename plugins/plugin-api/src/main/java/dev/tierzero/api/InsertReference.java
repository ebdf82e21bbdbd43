package dev.tierzero.api;

/**
 * A place in a page where something of a plugin's is shown: {@code {kpi:adoption}}.
 *
 * @param name between the braces
 * @param alone whether it is a paragraph by itself
 * @param position of the paragraph, or of the line, that it stands in
 */
public record InsertReference(String name, boolean alone, SourcePosition position) {}
