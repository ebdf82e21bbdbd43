package dev.tierzero.api;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A finding about content: where, what and what to do. Findings are totally ordered by position, code and message.
 *
 * @param severity how much it matters
 * @param code stable and upper case, letters then three digits: {@code LK001}; each has a page {@code /checks/LK001}
 * @param position where its author can mend it
 * @param includedFrom the include lines that led there, innermost first; empty outside includes
 * @param message what is wrong, one line, no full stop
 * @param hint what to do about it, one line, never empty
 */
public record Diagnostic(
        Severity severity,
        String code,
        SourcePosition position,
        List<SourcePosition> includedFrom,
        String message,
        String hint)
        implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::position)
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message)
            .thenComparing(Diagnostic::hint)
            .thenComparing(Diagnostic::severity)
            .thenComparing(d -> d.includedFrom().toString());

    /** @throws IllegalArgumentException for a malformed code, or a blank message or hint */
    public Diagnostic {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(position, "position");
        includedFrom = List.copyOf(includedFrom);
        if (!isCode(code)) {
            throw new IllegalArgumentException("not a finding code: " + code);
        }
        if (message.isBlank() || hint.isBlank()) {
            throw new IllegalArgumentException(code + " needs a message and a hint");
        }
    }

    /** An error at a position outside includes. */
    public static Diagnostic error(String code, SourcePosition position, String message, String hint) {
        return new Diagnostic(Severity.ERROR, code, position, List.of(), message, hint);
    }

    /** A warning at a position outside includes. */
    public static Diagnostic warning(String code, SourcePosition position, String message, String hint) {
        return new Diagnostic(Severity.WARNING, code, position, List.of(), message, hint);
    }

    /** A remark at a position outside includes. */
    public static Diagnostic info(String code, SourcePosition position, String message, String hint) {
        return new Diagnostic(Severity.INFO, code, position, List.of(), message, hint);
    }

    /** The same finding, reached through these include lines, innermost first. */
    public Diagnostic includedFrom(List<SourcePosition> chain) {
        return new Diagnostic(severity, code, position, chain, message, hint);
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }

    private static boolean isCode(String code) {
        int length = code.length();
        if (length < 5 || length > 8) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = code.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = c >= 'A' && c <= 'Z';
            if (i < length - 3 ? !letter : !digit) {
                return false;
            }
        }
        return true;
    }
}
