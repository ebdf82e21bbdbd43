package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Severity;
import dev.tierzero.model.FileClass;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run did.
 *
 * @param state what became of the site
 * @param output the published folder, or where a failed attempt was kept; empty for a check
 * @param counts of content files by class
 * @param published how many pages and other files the site has
 * @param diagnostics in total order
 */
public record Outcome(
        State state,
        Optional<Path> output,
        Map<FileClass, Integer> counts,
        Published published,
        List<Diagnostic> diagnostics) {

    /** What became of the site. */
    public enum State {
        /** It was published. */
        PUBLISHED,
        /** Nothing had changed: it stands as it was. */
        UNCHANGED,
        /** There were findings that forbid publishing; the old site stands. */
        REFUSED,
        /** It was checked and nothing was written. */
        CHECKED
    }

    /**
     * What a site has.
     *
     * @param pages HTML pages
     * @param files all files
     * @param parsed how many pages were parsed in this run; the others came from the cache
     */
    public record Published(int pages, int files, int parsed) {}

    /** Copies the values. */
    public Outcome {
        EnumMap<FileClass, Integer> copy = new EnumMap<>(FileClass.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
        diagnostics = List.copyOf(diagnostics);
    }

    /** How many findings have a severity. */
    public long count(Severity severity) {
        return diagnostics.stream().filter(d -> d.severity() == severity).count();
    }

    /** Whether a finding is as serious as the limit, or more; never for an empty limit. */
    public boolean reaches(Optional<Severity> limit) {
        return limit.isPresent()
                && diagnostics.stream().anyMatch(d -> d.severity().compareTo(limit.get()) <= 0);
    }
}
