package dev.tierzero.model;

import dev.tierzero.api.Diagnostic;
import java.util.List;

/**
 * What parsing one source gave.
 *
 * @param document the page; with errors among the findings it is as good as could be had
 * @param diagnostics in total order
 * @param suppressions of findings, that the page has
 */
public record Parsed(ParsedDocument document, List<Diagnostic> diagnostics, List<Suppression> suppressions) {

    /** Sorts the findings. */
    public Parsed {
        diagnostics = diagnostics.stream().sorted().distinct().toList();
        suppressions = List.copyOf(suppressions);
    }

    /** A page without suppressions. */
    public Parsed(ParsedDocument document, List<Diagnostic> diagnostics) {
        this(document, diagnostics, List.of());
    }
}
