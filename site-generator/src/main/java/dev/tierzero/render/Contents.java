package dev.tierzero.render;

import dev.tierzero.api.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The in-page contents: headings of level 2, each with those of level 3 that follow it. */
final class Contents {

    private Contents() {}

    static List<Map<String, Object>> of(List<Heading> headings) {
        List<Map<String, Object>> entries = new ArrayList<>();
        List<Map<String, Object>> children = new ArrayList<>();
        for (Heading heading : headings) {
            if (heading.level() == 3 && !entries.isEmpty()) {
                children.add(entry(heading, List.of()));
            } else if (heading.level() == 2 || heading.level() == 3) {
                children = new ArrayList<>();
                entries.add(entry(heading, children));
            }
        }
        return entries;
    }

    private static Map<String, Object> entry(Heading heading, List<Map<String, Object>> children) {
        return Map.of("id", heading.id(), "text", heading.text(), "level", heading.level(), "children", children);
    }
}
