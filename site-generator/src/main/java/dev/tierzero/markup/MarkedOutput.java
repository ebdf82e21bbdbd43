package dev.tierzero.markup;

import dev.tierzero.api.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** The marked HTML of a Markdown page as it grows. */
final class MarkedOutput {

    private final StringBuilder out;
    private final LineMap map;
    private final String text;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    MarkedOutput(Expansion.Expanded expanded) {
        this.text = expanded.text();
        this.map = expanded.map();
        this.out = new StringBuilder(text.length() * 2);
    }

    StringBuilder out() {
        return out;
    }

    /** The expanded text that offsets point into. */
    String text() {
        return text;
    }

    String html() {
        return out.toString();
    }

    List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    /** Writes a start tag with its position up to, without, its {@code >}. */
    StringBuilder tag(String name, int offset) {
        out.append('<').append(name);
        return position(offset);
    }

    /** Writes a start tag with its position. */
    StringBuilder open(String name, int offset) {
        return tag(name, offset).append('>');
    }

    /** Writes an end tag and a line end. */
    void close(String name) {
        out.append("</").append(name).append(">\n");
    }

    /** Writes a {@code data-p} attribute. */
    StringBuilder position(int offset) {
        out.append(" data-p=\"");
        map.append(out, offset);
        return out.append('"');
    }

    void warning(String code, int offset, String message, String hint) {
        diagnostics.add(Diagnostic.warning(code, map.position(offset), message, hint));
    }

    void error(String code, int offset, String message, String hint) {
        diagnostics.add(Diagnostic.error(code, map.position(offset), message, hint));
    }

    /** Takes {@code {#id}} off the end of what was written since an index; empty when there is none. */
    String cutExplicitId(int from) {
        int end = out.length();
        while (end > from && out.charAt(end - 1) == ' ') {
            end--;
        }
        if (end == from || out.charAt(end - 1) != '}') {
            return "";
        }
        int start = end - 1;
        while (start > from && out.charAt(start) != '{') {
            start--;
        }
        if (end - start < 4 || out.charAt(start) != '{' || out.charAt(start + 1) != '#') {
            return "";
        }
        String id = out.substring(start + 2, end - 1).strip();
        int cut = start;
        while (cut > from && out.charAt(cut - 1) == ' ') {
            cut--;
        }
        out.setLength(cut);
        return id;
    }
}
