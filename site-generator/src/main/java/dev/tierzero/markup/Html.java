package dev.tierzero.markup;

/** Escapes text for HTML. */
final class Html {

    private Html() {}

    /** Appends text of an element: {@code & < >} escaped. */
    static void text(StringBuilder out, CharSequence text) {
        text(out, text, 0, text.length());
    }

    /** Appends a part of a text of an element: {@code & < >} escaped. */
    static void text(StringBuilder out, CharSequence text, int start, int end) {
        int from = start;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c <= '>' && (c == '&' || c == '<' || c == '>')) {
                out.append(text, from, i).append(c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&gt;");
                from = i + 1;
            }
        }
        out.append(text, from, end);
    }

    /** Appends the value of a double-quoted attribute: {@code & < > "} escaped. */
    static void attribute(StringBuilder out, CharSequence text) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= '>' && (c == '&' || c == '<' || c == '>' || c == '"')) {
                out.append(text, from, i).append(c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&quot;");
                from = i + 1;
            }
        }
        out.append(text, from, text.length());
    }

    /** Appends a space and {@code name="value"}. */
    static void attribute(StringBuilder out, String name, CharSequence value) {
        out.append(' ').append(name).append("=\"");
        attribute(out, value);
        out.append('"');
    }
}
