package dev.tierzero.api;

import java.util.Objects;

/**
 * What stands for {@code {kpi:adoption}} in pages of either markup.
 *
 * @param name a word, a colon and a key, as between the braces: {@code kpi:adoption}
 * @param html what is shown
 * @param block whether it is a block; then the braces must stand in a paragraph of their own
 */
public record Insert(String name, Html html, boolean block) implements Contribution {

    /** @throws IllegalArgumentException for a name that could not be written between braces */
    public Insert {
        Objects.requireNonNull(html, "html");
        if (!isName(name)) {
            throw new IllegalArgumentException("not a name: " + name);
        }
    }

    /** Whether text can be written between braces: {@code [a-z][a-z-]{0,29}:[A-Za-z0-9][A-Za-z0-9._-]{0,79}}. */
    public static boolean isName(String text) {
        return text.matches("[a-z][a-z-]{0,29}:[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
    }
}
