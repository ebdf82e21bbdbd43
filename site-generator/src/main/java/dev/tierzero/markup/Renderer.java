package dev.tierzero.markup;

import dev.tierzero.model.Source;

/** Turns one markup language into marked HTML. Safe for use by several threads. */
public interface Renderer {

    /** Renders a source; what its author did wrong is among the findings. */
    Rendered render(Source source);
}
