package dev.tierzero.markup;

import java.util.function.IntPredicate;

/** Colours code. Safe for use by several threads. */
@FunctionalInterface
public interface Highlighter {

    /**
     * The content of a {@code code} element: escaped text in which tokens are {@code <span class="tok-X">} and each highlighted line
     * is wrapped in {@code <span class="line hl">}. Without its tags it is the code, character for character.
     *
     * @param language lower case; empty or unknown means plain text
     * @param code with {@code \n} line ends and none at the end
     * @param highlighted tells of a 1-based line whether it is highlighted
     */
    String highlight(String language, String code, IntPredicate highlighted);

    /** Whether a language (lower case) is known by name; plain text is. */
    default boolean knows(String language) {
        return true;
    }
}
