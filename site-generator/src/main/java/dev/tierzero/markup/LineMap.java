package dev.tierzero.markup;

import dev.tierzero.api.SourcePosition;
import java.util.Arrays;
import java.util.List;

/** Where each line of an expanded text stands in the files as their authors see them. */
final class LineMap {

    private final List<String> files;
    private final int[] starts;
    private final int[] fileOf;
    private final int[] numbers;
    private final int[] shifts;

    private LineMap(List<String> files, int[] starts, int[] fileOf, int[] numbers, int[] shifts) {
        this.files = files;
        this.starts = starts;
        this.fileOf = fileOf;
        this.numbers = numbers;
        this.shifts = shifts;
    }

    /** The position of a character of the expanded text. */
    SourcePosition position(int offset) {
        int line = line(offset);
        return new SourcePosition(files.get(fileOf[line]), numbers[line], column(line, offset));
    }

    /** Appends the position of a character as {@code data-p} has it: {@code LINE:COL} or {@code FILE:LINE:COL}. */
    void append(StringBuilder out, int offset) {
        int line = line(offset);
        if (fileOf[line] > 0) {
            out.append(fileOf[line]).append(':');
        }
        out.append(numbers[line]).append(':').append(column(line, offset));
    }

    private int column(int line, int offset) {
        return Math.max(1, offset - starts[line] + 1 - shifts[line]);
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /** Collects the lines of a text in order. */
    static final class Builder {
        private int[] starts = new int[64];
        private int[] fileOf = new int[64];
        private int[] numbers = new int[64];
        private int[] shifts = new int[64];
        private int size;

        /**
         * Adds a line.
         *
         * @param start offset of its first character in the expanded text
         * @param file index of the file it comes from
         * @param number 1-based, in that file
         * @param shift characters at its beginning that are not in that file
         */
        void add(int start, int file, int number, int shift) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                fileOf = Arrays.copyOf(fileOf, size * 2);
                numbers = Arrays.copyOf(numbers, size * 2);
                shifts = Arrays.copyOf(shifts, size * 2);
            }
            starts[size] = start;
            fileOf[size] = file;
            numbers[size] = number;
            shifts[size] = shift;
            size++;
        }

        LineMap build(List<String> files) {
            if (size == 0) {
                add(0, 0, 1, 0);
            }
            return new LineMap(
                    List.copyOf(files),
                    Arrays.copyOf(starts, size),
                    Arrays.copyOf(fileOf, size),
                    Arrays.copyOf(numbers, size),
                    Arrays.copyOf(shifts, size));
        }
    }
}
