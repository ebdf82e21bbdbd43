package dev.tierzero.api;

import java.util.Comparator;
import java.util.Objects;

/**
 * A place in a file as its author sees it.
 *
 * @param file path relative to the site's folder, with {@code /}: {@code content/runbooks/vault.adoc}
 * @param line 1-based; 0 means the file as a whole
 * @param column 1-based, counted in UTF-16 code units; 0 means the line as a whole
 */
public record SourcePosition(String file, int line, int column) implements Comparable<SourcePosition> {

    private static final Comparator<SourcePosition> ORDER = Comparator.comparing(SourcePosition::file)
            .thenComparingInt(SourcePosition::line)
            .thenComparingInt(SourcePosition::column);

    /** @throws IllegalArgumentException for a negative line or column, or a column without a line */
    public SourcePosition {
        Objects.requireNonNull(file, "file");
        if (line < 0 || column < 0 || (line == 0 && column > 0)) {
            throw new IllegalArgumentException("not a position: " + file + ":" + line + ":" + column);
        }
    }

    /** The file as a whole. */
    public static SourcePosition ofFile(String file) {
        return new SourcePosition(file, 0, 0);
    }

    /** The line as a whole. */
    public static SourcePosition ofLine(String file, int line) {
        return new SourcePosition(file, line, 0);
    }

    @Override
    public int compareTo(SourcePosition other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:col}, without the parts that are 0. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
