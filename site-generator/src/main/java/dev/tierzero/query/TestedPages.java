package dev.tierzero.query;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Pages both ways.
 *
 * @param hrefs output path by path below the content folder
 * @param paths the reverse
 */
record TestedPages(Map<String, String> hrefs, Map<String, String> paths) {

    static TestedPages of(Map<String, String> hrefs) {
        Map<String, String> paths = new HashMap<>();
        hrefs.forEach((path, href) -> paths.put(href, path));
        return new TestedPages(Map.copyOf(hrefs), Map.copyOf(paths));
    }

    /** Where a page is published; empty text for one that is not. */
    String href(String path) {
        return Optional.ofNullable(hrefs.get(path)).orElse("");
    }

    /** What the author calls a published page: its path, or the address of one that has none. */
    String name(String href) {
        return Optional.ofNullable(paths.get(href)).orElse(href);
    }
}
