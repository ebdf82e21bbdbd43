package dev.tierzero.model;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A markup language that pages are written in. */
public enum Markup {
    MARKDOWN,
    ASCIIDOC,
    HTML,
    /** A markup of somebody else's: an extension of JBake turns it into HTML. Which files are written in it, the extension says. */
    EXTENSION;

    /** The markup of a file by its extension: {@code md markdown mkd} or {@code adoc asciidoc ad asc} or {@code html htm}, in any case. */
    public static Optional<Markup> ofPath(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "md", "markdown", "mkd" -> Optional.of(MARKDOWN);
            case "adoc", "asciidoc", "ad", "asc" -> Optional.of(ASCIIDOC);
            case "html", "htm" -> Optional.of(HTML);
            default -> Optional.empty();
        };
    }

    /**
     * The markup of a file on a site with extensions.
     *
     * @param extensions of files that engines of extensions read, lower case, without the dot
     */
    public static Optional<Markup> ofPath(String path, Set<String> extensions) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ofPath(path).or(() -> extensions.contains(extension) ? Optional.of(EXTENSION) : Optional.empty());
    }
}
