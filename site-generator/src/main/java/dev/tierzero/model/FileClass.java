package dev.tierzero.model;

import java.util.Locale;

/** What becomes of a file in the content folder; every file is in exactly one class. */
public enum FileClass {
    /** Is shown as a page. */
    PAGE,
    /** Only goes into pages that include it: its name, or a folder's on the way, starts with {@code _}. */
    PARTIAL,
    /** Below {@code content/_data/}. */
    DATA,
    /** Any other file; copied as it is. */
    ASSET,
    /** A page that says it is a draft. The scan cannot know: the engine moves pages here once they are parsed. */
    DRAFT,
    /** Hidden, an editor's left-over, or matched by {@code ignore} in {@code site.yaml}. */
    IGNORED,
    /** Cannot be used; a finding says why. */
    ERROR;

    /** The word that the closing line of a build counts with: {@code page}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
