package dev.tierzero.markup;

import java.util.List;

/**
 * What one include brings in.
 *
 * @param path of the included file, below the content folder
 * @param file as findings name it
 * @param index of the file among the files of the page
 * @param lines without region markers, in the order of the file
 */
record Fragment(String path, String file, int index, List<Line> lines) {

    /**
     * A line of a file.
     *
     * @param number 1-based, in the file as its author sees it
     * @param text without its line end
     */
    record Line(int number, String text) {}

    /** Copies the lines. */
    Fragment {
        lines = List.copyOf(lines);
    }
}
