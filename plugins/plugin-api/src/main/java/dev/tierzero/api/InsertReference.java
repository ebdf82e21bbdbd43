package dev.tierzero.api;

/**
 * A place in a page where something of a plugin's is shown: {@code {kpi:adoption}}.
 *
 * @param name between the braces
 * @param alone whether it is a paragraph by itself
 * @param position of its brace; of the paragraph that it stands in, when an attribute made it
 */
public record InsertReference(String name, boolean alone, SourcePosition position) {}
