package dev.tierzero.api;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a collector brought.
 *
 * @param text the data in the plugin's own form, at most 4 MiB; the same data must give the same text
 * @param files what {@code tier0 data refresh} writes, by path below {@code content/_data/}: {@code kpi/adoption.csv}
 * @param diagnostics about sources and their declarations; a source that failed is a warning, not an error
 */
public record Dataset(String text, Map<String, String> files, List<Diagnostic> diagnostics) {

    /** Copies, sorted by path. */
    public Dataset {
        Objects.requireNonNull(text, "text");
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        diagnostics = List.copyOf(diagnostics);
    }

    /** Data that nothing is written of. */
    public static Dataset of(String text) {
        return new Dataset(text, Map.of(), List.of());
    }
}
