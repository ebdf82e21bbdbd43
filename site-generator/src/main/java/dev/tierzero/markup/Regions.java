package dev.tierzero.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The regions of a file: {@code tag::x[]} to {@code end::x[]}, or {@code --8<-- [start:x]} to {@code --8<-- [end:x]}, in comments. Regions
 * may nest and overlap; several of one name add up. The marker lines belong to no region.
 */
final class Regions {

    private static final Pattern MARKER = Pattern.compile(
            "(?:(?<![\\w\\\\])(tag|end)::([\\w.-]+)\\[](?=$|\\s|-->|\\*/)|--8<--\\s+\\[\\s*(start|end)\\s*:\\s*([\\w.-]+)\\s*])");

    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, Integer> open = new LinkedHashMap<>();
    private final List<Tagged> lines = new ArrayList<>();

    /**
     * A region without an end.
     *
     * @param name of the region
     * @param line of its start, 1-based
     */
    record Unclosed(String name, int line) {}

    private record Tagged(Fragment.Line line, Set<String> regions) {}

    Regions(List<Fragment.Line> text) {
        Set<String> current = Set.of();
        for (Fragment.Line line : text) {
            if (mark(line)) {
                current = Set.copyOf(open.keySet());
            } else {
                lines.add(new Tagged(line, current));
            }
        }
    }

    private boolean mark(Fragment.Line line) {
        String text = line.text();
        if (!text.contains("::") && !text.contains("--8<--")) {
            return false;
        }
        Matcher marker = MARKER.matcher(text);
        boolean found = false;
        while (marker.find()) {
            found = true;
            boolean starts = "tag".equals(marker.group(1)) || "start".equals(marker.group(3));
            String name = marker.group(2) == null ? String.valueOf(marker.group(4)) : String.valueOf(marker.group(2));
            if (starts) {
                names.add(name);
                open.put(name, line.number());
            } else {
                open.remove(name);
            }
        }
        return found;
    }

    /** The names of all regions in the order of their starts. */
    Set<String> names() {
        return names;
    }

    /** Those of the wanted regions that do not end. */
    List<Unclosed> unclosed(List<String> wanted) {
        return open.entrySet().stream()
                .filter(entry -> wanted.contains(entry.getKey()))
                .map(entry -> new Unclosed(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The lines of the wanted regions; all lines when none is named. */
    List<Fragment.Line> select(List<String> wanted) {
        return lines.stream()
                .filter(tagged -> wanted.isEmpty() || wanted.stream().anyMatch(tagged.regions()::contains))
                .map(Tagged::line)
                .toList();
    }
}
