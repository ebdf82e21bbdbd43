package dev.tierzero.markup;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.ParsedDocument;
import java.util.List;

/**
 * What a renderer makes of a source: HTML with source positions. Untrusted; the reading pass sanitises it.
 *
 * @param html blocks, links and images carry {@code data-p="LINE:COL"} or {@code data-p="FILE:LINE:COL"}, FILE being an index into
 *     {@code files}
 * @param files as findings name them: the page's own file first, then the included ones
 * @param includes in the order first included
 * @param diagnostics of the renderer
 */
public record Rendered(
        String html, List<String> files, List<ParsedDocument.Included> includes, List<Diagnostic> diagnostics) {

    /** Copies the lists. */
    public Rendered {
        files = List.copyOf(files);
        includes = List.copyOf(includes);
        diagnostics = List.copyOf(diagnostics);
    }
}
