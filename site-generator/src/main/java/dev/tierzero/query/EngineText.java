package dev.tierzero.query;

import java.util.Objects;

/**
 * The search engine as a script.
 *
 * @param file as findings name it: {@code templates/assets/search-engine.js}
 * @param text of the script
 */
public record EngineText(String file, String text) {

    /** Name of the file among the theme's assets. */
    public static final String NAME = "search-engine.js";

    /** Checks that both are there. */
    public EngineText {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(text, "text");
    }
}
