package dev.tierzero.source;

import java.util.Locale;
import java.util.Map;

/** The names that keys of metadata go by elsewhere. */
final class KeyNames {

    /** Other names of our keys, after case and underscores are levelled. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("kind", "type"),
            Map.entry("content-type", "type"),
            Map.entry("page-type", "type"),
            Map.entry("weight", "order"),
            Map.entry("nav-order", "order"),
            Map.entry("sidebar-position", "order"),
            Map.entry("summary", "description"),
            Map.entry("abstract", "description"),
            Map.entry("keywords", "tags"),
            Map.entry("navtitle", "nav-title"),
            Map.entry("linktitle", "nav-title"),
            Map.entry("sidebar-label", "nav-title"),
            Map.entry("layout", "template"),
            Map.entry("redirect-from", "aliases"),
            Map.entry("page-aliases", "aliases"),
            Map.entry("last-reviewed", "reviewed"),
            Map.entry("last-review", "reviewed"),
            Map.entry("reviewed-on", "reviewed"));

    /** Keys of other generators that mean nothing here, and why. */
    private static final Map<String, String> NEEDLESS = Map.of(
            "lastmod", "the last change comes from git",
            "last-modified", "the last change comes from git",
            "slug", "the address comes from the file's name; \"id\" gives a permanent short one",
            "permalink", "the address comes from the file's name; \"id\" gives a permanent short one",
            "cached", "what is unchanged is never built again");

    private KeyNames() {}

    /** Our name of a key. */
    static String canonical(String key) {
        String level = key.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return ALIASES.getOrDefault(level, level);
    }

    /** Why a key of another generator is not needed; blank for any other key. */
    static String needless(String canonical) {
        return NEEDLESS.getOrDefault(canonical, "");
    }
}
