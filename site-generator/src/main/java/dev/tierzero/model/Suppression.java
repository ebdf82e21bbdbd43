package dev.tierzero.model;

import dev.tierzero.api.SourcePosition;
import java.time.LocalDate;
import java.util.List;

/**
 * Findings that an author takes responsibility for until a day.
 *
 * @param position where it is written
 * @param codes of the findings, at least one
 * @param until the last day
 * @param reason in words
 * @param lines of the file that it covers
 */
public record Suppression(SourcePosition position, List<String> codes, LocalDate until, String reason, Lines lines) {

    /**
     * Lines of a file.
     *
     * @param first 1-based; 0 is the file as a whole
     * @param last included; below {@code first} for none
     */
    public record Lines(int first, int last) {

        /** Every line, and the file as a whole. */
        public static final Lines ALL = new Lines(0, Integer.MAX_VALUE);

        /** Whether a line is one of them. */
        public boolean contains(int line) {
            return first <= line && line <= last;
        }
    }

    /** @throws IllegalArgumentException for no codes */
    public Suppression {
        codes = List.copyOf(codes);
        if (codes.isEmpty()) {
            throw new IllegalArgumentException(position + ": no code");
        }
    }

    /** Whether it covers a place. */
    public boolean covers(SourcePosition place) {
        return place.file().equals(position.file()) && lines.contains(place.line());
    }
}
