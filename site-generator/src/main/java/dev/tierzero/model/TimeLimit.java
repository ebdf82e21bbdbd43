package dev.tierzero.model;

import dev.tierzero.api.Metadata;
import dev.tierzero.api.TimeSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Something that ends a while after an outage began, as a page declares it.
 *
 * @param name {@code Git token}
 * @param written the time as the page has it: {@code 4 h}
 * @param after the same, counted from the beginning of the outage
 * @param then what is so from then on; may be empty
 * @param anchor id of the heading to read on at
 */
public record TimeLimit(String name, String written, Duration after, String then, Optional<String> anchor) {

    /** Metadata key of the list. */
    public static final String KEY = "time-limits";

    /** The time limits that a page declares well enough to be shown, in the order written. */
    public static List<TimeLimit> of(Metadata metadata) {
        List<TimeLimit> limits = new ArrayList<>();
        for (Map<String, Object> given : metadata.maps(KEY)) {
            String name = text(given, "name");
            String after = text(given, "after");
            Optional<Duration> duration = TimeSpan.of(after);
            if (!name.isEmpty() && duration.isPresent()) {
                limits.add(new TimeLimit(
                        name,
                        after,
                        duration.get(),
                        text(given, "then"),
                        Optional.of(text(given, "anchor")).filter(anchor -> !anchor.isEmpty())));
            }
        }
        return List.copyOf(limits);
    }

    /** The name as it stands in attributes: {@code git-token}. */
    public String id() {
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return id.replaceAll("^-+|-+$", "");
    }

    private static String text(Map<String, Object> map, String key) {
        return String.valueOf(map.getOrDefault(key, "")).strip();
    }
}
