package dev.tierzero.search;

import java.util.Objects;

/**
 * A part of a page that search can point at.
 *
 * @param level of its heading, 1–6; 1 for the page's lead
 * @param anchor id of its heading in the page; empty for the lead
 * @param heading as text; empty for the lead
 * @param text what the section says up to the next heading of any level, as plain text; white space is of no account
 */
public record SearchSection(int level, String anchor, String heading, String text) {

    private static final int DEEPEST = 6;

    /** @throws IllegalArgumentException for a level that HTML has no heading of */
    public SearchSection {
        if (level < 1 || level > DEEPEST) {
            throw new IllegalArgumentException("level " + level);
        }
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(text, "text");
    }
}
