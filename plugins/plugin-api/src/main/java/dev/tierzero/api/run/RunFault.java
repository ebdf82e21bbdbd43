package dev.tierzero.api.run;

import dev.tierzero.api.SourcePosition;
import java.util.Objects;

/**
 * Why a file is no record: a record with a fault counts for nothing.
 *
 * @param position of the value in question
 * @param message what is wrong, one line, no full stop
 * @param hint what to do about it, one line
 */
public record RunFault(Kind kind, SourcePosition position, String message, String hint) {

    /** What is wrong with a record. */
    public enum Kind {
        /** A field is missing, unknown, or cannot be what it says. */
        FIELD,
        /** Its times contradict one another. */
        TIMES,
        /** It names a person, or holds what looks like a secret. */
        CONFIDENTIAL
    }

    /** Checks that nothing is missing. */
    public RunFault {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(hint, "hint");
    }
}
