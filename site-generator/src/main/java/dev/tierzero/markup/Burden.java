package dev.tierzero.markup;

import dev.tierzero.api.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses Markdown that would overflow flexmark's stack or take it more than seconds: it is quadratic in these measures (TRUST finding 6).
 */
final class Burden {

    /** Levels of quotes and lists on one line. */
    static final int MAX_NESTING = 100;

    private Burden() {}

    /** One error for each measure that is exceeded; empty for text that may be parsed. */
    static List<Diagnostic> refusals(Expansion.Expanded expanded) {
        List<Diagnostic> refusals = new ArrayList<>();
        String text = expanded.text();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int deep = nesting(text, start, end);
            if (deep > MAX_NESTING) {
                refusals.add(Diagnostic.error(
                        "MD010",
                        expanded.map().position(start),
                        "quotes and lists are nested more than " + MAX_NESTING + " levels deep",
                        "take marks away at the beginning of the line"));
                return refusals;
            }
            start = end + 1;
        }
        return refusals;
    }

    /** How many quotes and lists the marks at the beginning of a line open. */
    private static int nesting(String text, int start, int end) {
        int levels = 0;
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t') {
                i++;
            } else if (c == '>') {
                levels++;
                i++;
            } else if (c == '-' || c == '*' || c == '+') {
                i++;
                if (i < end && text.charAt(i) != ' ' && text.charAt(i) != '\t') {
                    return levels;
                }
                levels++;
            } else if (c >= '0' && c <= '9') {
                while (i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                    i++;
                }
                if (i >= end || (text.charAt(i) != '.' && text.charAt(i) != ')')) {
                    return levels;
                }
                levels++;
                i++;
            } else {
                return levels;
            }
        }
        return levels;
    }
}
