package dev.tierzero.markup;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Heading;
import dev.tierzero.api.Nearest;
import dev.tierzero.model.TimeLimit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is wrong with a page's time limits beyond what its schema says. */
record TimeLimitChecks(List<Heading> headings, FrontMatterPlaces places) {

    /** How many ids a hint names. */
    private static final int NAMED = 5;

    List<Diagnostic> findings(List<TimeLimit> limits) {
        List<Diagnostic> found = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<String, Integer> counts = new HashMap<>();
        for (TimeLimit limit : limits) {
            int written = nth("name " + limit.name(), counts);
            if (!ids.add(limit.id())) {
                found.add(Diagnostic.error(
                        "RM002",
                        places.of(TimeLimit.KEY, "name", limit.name(), written),
                        "there are two time limits \"" + limit.name() + "\"",
                        "keep one of the two, or give each a name of its own"));
            }
            limit.anchor()
                    .filter(id -> !isHeading(id))
                    .ifPresent(id -> found.add(missing(limit, id, nth("anchor " + id, counts))));
        }
        return found;
    }

    /** How often a value was seen, this time included. */
    private static int nth(String value, Map<String, Integer> counts) {
        return counts.merge(value, 1, Integer::sum);
    }

    private boolean isHeading(String id) {
        return headings.stream().anyMatch(heading -> heading.id().equals(id));
    }

    private Diagnostic missing(TimeLimit limit, String id, int nth) {
        List<String> ids = headings.stream().map(Heading::id).toList();
        String some = ids.isEmpty()
                ? "leave anchor out: this page has no headings"
                : "write the id of a heading of this page: "
                        + String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())))
                        + (ids.size() > NAMED ? ", …" : "");
        return Diagnostic.error(
                "RM001",
                places.of(TimeLimit.KEY, "anchor", id, nth),
                "the time limit \"" + limit.name() + "\" leads to #" + id + ", and this page has no heading of that id",
                Nearest.of(id, ids).map(near -> "did you mean " + near + "?").orElse(some));
    }
}
