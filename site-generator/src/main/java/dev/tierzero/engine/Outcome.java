package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Severity;
import dev.tierzero.findings.EmergencyFile;
import dev.tierzero.model.Emergency;
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
 * @param diagnostics in total order; in an emergency what it lets through is a warning
 * @param emergency in which gates are open
 */
public record Outcome(
        State state,
        Optional<Path> output,
        Map<FileClass, Integer> counts,
        Published published,
        List<Diagnostic> diagnostics,
        Optional<InEmergency> emergency) {

    /**
     * An emergency, and what became of its record.
     *
     * @param emergency with what was let through
     * @param entry of the record by which it holds; empty when it was declared for this run, which lets everything through
     * @param file of the record that was written, as findings name it; blank when none was to be written
     * @param unwritten why it could not be written, or blank
     */
    public record InEmergency(Emergency emergency, Optional<Emergency> entry, String file, String unwritten) {

        static InEmergency standing(Emergencies emergencies, Emergency known) {
            return new InEmergency(known, emergencies.entry(), "", "");
        }

        /** The lines of its entry in the record. */
        public List<String> asRecorded() {
            return EmergencyFile.entry(emergency).lines().toList();
        }

        /** Whether a finding counts as on any other day. What is said of the record itself does not. */
        private boolean leaves(Diagnostic finding) {
            boolean remark =
                    finding.severity() != Severity.ERROR && finding.code().startsWith("EM");
            return !remark
                    && entry.filter(e ->
                                    !e.lists(finding.code(), finding.position().file()))
                            .isPresent();
        }
    }

    /** An outcome as on any other day. */
    public Outcome(
            State state,
            Optional<Path> output,
            Map<FileClass, Integer> counts,
            Published published,
            List<Diagnostic> diagnostics) {
        this(state, output, counts, published, diagnostics, Optional.empty());
    }

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

    Outcome with(State other, Optional<Path> folder) {
        return new Outcome(other, folder, counts, published, diagnostics, emergency);
    }

    Outcome withFiles(int files) {
        return new Outcome(
                state,
                output,
                counts,
                new Published(published.pages(), files, published.parsed()),
                diagnostics,
                emergency);
    }

    Outcome recordedAs(Optional<InEmergency> record) {
        return new Outcome(state, output, counts, published, diagnostics, record);
    }

    /** Whether a finding is as serious as the limit, or more, and no emergency lets it through; never for an empty limit. */
    public boolean reaches(Optional<Severity> limit) {
        return limit.isPresent()
                && diagnostics.stream()
                        .filter(d -> d.severity().compareTo(limit.get()) <= 0)
                        .anyMatch(d -> emergency.isEmpty() || emergency.get().leaves(d));
    }
}
