package dev.tierzero.markup;

import java.util.Optional;

/**
 * A here-document of a shell.
 *
 * @param delimiter that ends it, on a line of its own
 * @param indented whether tabs may stand before the delimiter ({@code <<-})
 * @param openingEnd index behind the opening
 */
record HereDocument(String delimiter, boolean indented, int openingEnd) {

    /** The here-document that opens at an index; empty when none does. */
    static Optional<HereDocument> opening(String code, int at, int end) {
        if (!Lexer.at(code, at, end, "<<") || Lexer.at(code, at, end, "<<<")) {
            return Optional.empty();
        }
        boolean indented = Lexer.at(code, at, end, "<<-");
        int from = Lexer.skipBlanks(code, at + (indented ? 3 : 2), end);
        boolean quoted = from < end && (code.charAt(from) == '\'' || code.charAt(from) == '"');
        int start = quoted ? from + 1 : from;
        int stop = Lexer.word(code, start, end, "-.");
        boolean closed = !quoted || (stop < end && code.charAt(stop) == code.charAt(from));
        if (stop == start || !closed || Lexer.isDigit(code.charAt(start))) {
            return Optional.empty();
        }
        return Optional.of(new HereDocument(code.substring(start, stop), indented, quoted ? stop + 1 : stop));
    }

    /** Whether a line ends this document. */
    boolean isClosedBy(String line) {
        return (indented ? line.stripLeading() : line).equals(delimiter);
    }

    /** The end of the line that ends this document, looked for from {@code from} on; {@code end} when there is none. */
    int end(String code, int from, int end) {
        int start = from;
        while (start < end) {
            int stop = Lexer.lineEnd(code, start, end);
            if (isClosedBy(code.substring(start, stop))) {
                return stop;
            }
            start = stop + 1;
        }
        return end;
    }
}
