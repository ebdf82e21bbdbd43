package dev.tierzero.api;

/**
 * A block of code of a page's body.
 *
 * @param language lower case; empty when not named
 * @param text the code with {@code \n} line ends, as the reader sees it
 * @param position of the block's first line (its fence)
 */
public record CodeBlock(String language, String text, SourcePosition position) {}
