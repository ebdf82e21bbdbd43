package dev.tierzero.model;

import dev.tierzero.api.Metadata;
import dev.tierzero.api.SourcePosition;
import java.util.Objects;

/**
 * One page of content, read once: its metadata and its text without the front matter.
 *
 * @param path below the content folder, with {@code /}
 * @param file as findings name it: {@code content/} and the path
 * @param markup its language
 * @param metadata from its front matter, header attributes or JBake header, keys canonical
 * @param body the text after YAML front matter or JBake header (an AsciiDoc header stays in it); {@code \n} line ends
 * @param firstLine 1-based line of the file at which {@code body} starts
 */
public record Source(String path, String file, Markup markup, Metadata metadata, String body, int firstLine) {

    /** @throws IllegalArgumentException for a first line below 1 */
    public Source {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(markup, "markup");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(body, "body");
        if (firstLine < 1) {
            throw new IllegalArgumentException(file + ": first line " + firstLine);
        }
    }

    /** A position in this file. */
    public SourcePosition at(int line, int column) {
        return new SourcePosition(file, line, column);
    }
}
