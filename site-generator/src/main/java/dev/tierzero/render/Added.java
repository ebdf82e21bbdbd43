package dev.tierzero.render;

import dev.tierzero.site.Fragment;
import java.util.List;
import java.util.Map;

/**
 * What plugins show in pages.
 *
 * @param inserts what stands for {@code {name:key}}, by name
 * @param facts by path of the page below the content folder
 */
public record Added(Map<String, Insertion> inserts, Map<String, List<Fact>> facts) {

    /** Nothing. */
    public static final Added NONE = new Added(Map.of(), Map.of());

    /**
     * What stands for an insert.
     *
     * @param fragment its HTML
     * @param block whether it takes the place of its paragraph
     */
    public record Insertion(Fragment fragment, boolean block) {}

    /**
     * A fact about a page.
     *
     * @param label what it is
     * @param text its value
     * @param output path that it links to; may be empty
     * @param suffix of the link: query and fragment
     * @param date ISO 8601; may be empty
     * @param tone {@code neutral}, {@code good}, {@code attention} or {@code bad}
     * @param value the same for machines: {@code PT2H}; may be empty
     */
    public record Fact(
            String label, String text, String output, String suffix, String date, String tone, String value) {}

    /** Copies. */
    public Added {
        inserts = Map.copyOf(inserts);
        facts = Map.copyOf(facts);
    }
}
