package dev.tierzero.model;

import dev.tierzero.api.SourcePosition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A site that was published although checks failed.
 *
 * @param at when somebody decided so
 * @param until when the gates close again
 * @param by the role that decided, or empty; never a person
 * @param reason one sentence
 * @param findings that were let through
 * @param more how many besides those
 * @param resolved the day on which what was let through was dealt with
 * @param done what was done about it, or empty
 * @param position of the entry in the record
 */
public record Emergency(
        Instant at,
        Instant until,
        String by,
        String reason,
        List<Failed> findings,
        int more,
        Optional<LocalDate> resolved,
        String done,
        SourcePosition position) {

    /** How long the gates stay open. */
    public static final Duration LENGTH = Duration.ofHours(24);

    /** The shortest reason that says anything. */
    public static final int SHORTEST_REASON = 10;

    /** The longest reason that a banner holds. */
    public static final int LONGEST_REASON = 300;

    /**
     * A finding that would have stopped the site.
     *
     * @param file as findings name it
     * @param line 1-based, or 0
     */
    public record Failed(String code, String file, int line, String message) {}

    /** Copies. */
    public Emergency {
        findings = List.copyOf(findings);
    }

    /** The same with what was let through now. */
    public Emergency with(List<Failed> found, int others) {
        return new Emergency(at, until, by, reason, found, others, resolved, done, position);
    }

    /** Whether a finding of a code in a file, whatever its line, is among those that are listed. */
    public boolean lists(String code, String file) {
        return findings.stream().anyMatch(f -> f.code().equals(code) && f.file().equals(file));
    }

    /** How many findings were let through. */
    public int count() {
        return findings.size() + more;
    }
}
