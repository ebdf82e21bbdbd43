package dev.tierzero.model;

import java.util.Locale;
import java.util.Optional;

/** A markup language that pages are written in. */
public enum Markup {
    MARKDOWN,
    ASCIIDOC,
    HTML;

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
}
