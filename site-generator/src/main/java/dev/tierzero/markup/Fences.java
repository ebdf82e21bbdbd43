package dev.tierzero.markup;

/** Tells of successive lines whether they belong to a fenced block of code. */
final class Fences {

    private char mark;
    private int length;

    /** Whether a block of code is open. */
    boolean isOpen() {
        return length > 0;
    }

    /** Whether the next line is a fence or inside one. */
    boolean inside(String line) {
        int i = start(line);
        if (i == line.length()) {
            return length > 0;
        }
        char c = line.charAt(i);
        int run = c == '`' || c == '~' ? run(line, i, c) : 0;
        if (length > 0) {
            if (c == mark && run >= length && line.substring(i + run).isBlank()) {
                length = 0;
            }
            return true;
        }
        if (run >= 3 && (c == '~' || line.indexOf('`', i + run) < 0)) {
            mark = c;
            length = run;
            return true;
        }
        return false;
    }

    /** The first character that is no space and no mark of a quote. */
    private static int start(String line) {
        int i = 0;
        while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t' || line.charAt(i) == '>')) {
            i++;
        }
        return i;
    }

    private static int run(String line, int from, char c) {
        int i = from;
        while (i < line.length() && line.charAt(i) == c) {
            i++;
        }
        return i - from;
    }
}
