package dev.tierzero.markup;

/** Counts the blocks that the beginning of a line of Markdown opens. */
final class Nesting {

    private Nesting() {}

    /** How many quotes and lists the marks open that stand from an index on. */
    static int of(String text, int start, int end) {
        int levels = 0;
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            int next = c <= ' ' || c == '>' ? i + 1 : afterListMark(text, i, end);
            if (next < 0) {
                return levels;
            }
            levels += c <= ' ' ? 0 : 1;
            i = next;
        }
        return levels;
    }

    /** The index after a list mark and before its space; -1 when there is none. */
    private static int afterListMark(String text, int start, int end) {
        int i = start;
        char c = text.charAt(i);
        if (c == '-' || c == '*' || c == '+') {
            i++;
        } else {
            while (i < end && i < start + 10 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                i++;
            }
            if (i == start || i == end || (text.charAt(i) != '.' && text.charAt(i) != ')')) {
                return -1;
            }
            i++;
        }
        return i == end || text.charAt(i) == ' ' || text.charAt(i) == '\t' ? i : -1;
    }
}
