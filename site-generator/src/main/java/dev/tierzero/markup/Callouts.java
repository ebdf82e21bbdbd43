package dev.tierzero.markup;

import java.util.Map;
import java.util.TreeMap;

/**
 * Marks at the ends of lines of code that a list below explains. A mark has no text of its own, so that what is copied is the code; its
 * number is in {@code data-n} for the theme and in its label for screen readers.
 *
 * @param marks by 1-based line, as HTML
 */
record Callouts(Map<Integer, String> marks) {

    /** The marks that an attribute names: {@code LINE:NUMBER} separated by commas; what is not of that form is left out. */
    static Callouts of(String attribute) {
        Map<Integer, String> marks = new TreeMap<>();
        for (String part : AsciiDocPage.parts(attribute)) {
            if (part.matches("\\d{1,6}:\\d{1,3}")) {
                int colon = part.indexOf(':');
                String number = part.substring(colon + 1);
                String mark = "<span class=\"callout\" role=\"img\" aria-label=\"Callout " + number + "\" data-n=\""
                        + number + "\"></span>";
                marks.merge(Integer.valueOf(part.substring(0, colon)), mark, String::concat);
            }
        }
        return new Callouts(marks);
    }

    /** Highlighted code with the marks at the ends of its lines. */
    String on(String html) {
        if (marks.isEmpty()) {
            return html;
        }
        StringBuilder out = new StringBuilder(html.length() + 100 * marks.size());
        int line = 1;
        int start = 0;
        while (start <= html.length()) {
            int end = Lexer.lineEnd(html, start, html.length());
            out.append(html, start, end).append(marks.getOrDefault(line, "")).append(end < html.length() ? "\n" : "");
            start = end + 1;
            line++;
        }
        return out.toString();
    }
}
