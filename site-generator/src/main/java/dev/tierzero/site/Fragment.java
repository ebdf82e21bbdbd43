package dev.tierzero.site;

import java.util.List;

/**
 * A piece of HTML for any page, with gaps where URLs go that depend on the page.
 *
 * @param html safe to emit
 * @param gaps in ascending order of offset
 */
public record Fragment(String html, List<Gap> gaps) {

    /**
     * A gap in a double-quoted attribute.
     *
     * @param offset index in {@code html} (UTF-16)
     * @param output path that the URL leads to
     * @param suffix query and fragment, with their {@code ?} and {@code #}
     */
    public record Gap(int offset, String output, String suffix) {}

    /** Copies. */
    public Fragment {
        gaps = List.copyOf(gaps);
    }
}
