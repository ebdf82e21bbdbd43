package dev.tierzero.markup;

import dev.tierzero.api.SourcePosition;
import java.util.List;

/**
 * A request to include a file or regions of it.
 *
 * @param from path of the file with the include line, below the content folder
 * @param target as written: relative to {@code from}, or below the content folder with a leading {@code /}
 * @param regions to take; none takes the whole file
 * @param at the include line
 * @param chain the include lines that led to {@code from}, innermost first
 */
record Include(String from, String target, List<String> regions, SourcePosition at, List<SourcePosition> chain) {

    /** Copies the lists. */
    Include {
        regions = List.copyOf(regions);
        chain = List.copyOf(chain);
    }
}
