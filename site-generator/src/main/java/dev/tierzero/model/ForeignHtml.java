package dev.tierzero.model;

import dev.tierzero.api.Diagnostic;
import java.util.List;

/**
 * What somebody else's markup engine made of a page. Untrusted: it is sanitised as every page is.
 *
 * @param html a fragment; blank when the engine failed
 * @param title that the engine read from the text; blank when it gave none
 * @param diagnostics why it failed, and what was not taken from it
 */
public record ForeignHtml(String html, String title, List<Diagnostic> diagnostics) {

    /** Copies the findings. */
    public ForeignHtml {
        diagnostics = List.copyOf(diagnostics);
    }
}
