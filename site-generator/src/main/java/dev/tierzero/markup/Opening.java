package dev.tierzero.markup;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a container of a Markdown page is announced.
 *
 * @param form what it is
 * @param kind of an admonition: one of the five; of an unknown container as written; else empty
 * @param title as written; empty when there is none
 */
record Opening(Form form, String kind, String title) {

    /** The forms of containers. */
    enum Form {
        ADMONITION,
        COLLAPSED,
        EXPANDED,
        TABS,
        TAB,
        UNKNOWN
    }

    /** The kinds of admonitions with the words that mean them. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("note", "note"),
            Map.entry("info", "note"),
            Map.entry("abstract", "note"),
            Map.entry("summary", "note"),
            Map.entry("tldr", "note"),
            Map.entry("quote", "note"),
            Map.entry("cite", "note"),
            Map.entry("example", "note"),
            Map.entry("question", "note"),
            Map.entry("help", "note"),
            Map.entry("faq", "note"),
            Map.entry("todo", "note"),
            Map.entry("seealso", "note"),
            Map.entry("tip", "tip"),
            Map.entry("hint", "tip"),
            Map.entry("success", "tip"),
            Map.entry("check", "tip"),
            Map.entry("done", "tip"),
            Map.entry("important", "important"),
            Map.entry("warning", "warning"),
            Map.entry("attention", "warning"),
            Map.entry("caution", "caution"),
            Map.entry("danger", "caution"),
            Map.entry("error", "caution"),
            Map.entry("failure", "caution"),
            Map.entry("fail", "caution"),
            Map.entry("missing", "caution"),
            Map.entry("bug", "caution"));

    /** The five kinds, from mild to severe. */
    static final List<String> FIVE = List.of("note", "tip", "important", "warning", "caution");

    /** The kind of admonition that a word means, in any case. */
    static Optional<String> kind(String word) {
        return Optional.ofNullable(KINDS.get(word.toLowerCase(Locale.ROOT)));
    }

    /** The opening that a word after {@code :::} announces. */
    static Opening ofColons(String word, String title) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "tabs", "tab-set" -> new Opening(Form.TABS, "", title);
            case "tab", "tab-item" -> new Opening(Form.TAB, "", title);
            case "details" -> new Opening(Form.COLLAPSED, "", title);
            default -> admonition(Form.ADMONITION, word, title);
        };
    }

    /** An admonition, or an unknown container when the word means none. */
    static Opening admonition(Form form, String word, String title) {
        return kind(word)
                .map(kind -> new Opening(form, kind, title))
                .orElseGet(() -> new Opening(Form.UNKNOWN, word, title));
    }
}
