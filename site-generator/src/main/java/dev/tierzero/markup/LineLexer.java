package dev.tierzero.markup;

/** Finds the tokens of a language whose lines stand for themselves. */
@FunctionalInterface
interface LineLexer {

    /** Inks one line that is not empty. */
    void line(String code, int start, int end, Ink ink);

    /** The lexer that goes line by line. */
    static Lexer lexer(LineLexer lines) {
        return (code, start, end, ink) -> {
            int i = start;
            while (i <= end) {
                int stop = Lexer.lineEnd(code, i, end);
                if (stop > i) {
                    lines.line(code, i, stop, ink);
                }
                i = stop + 1;
            }
        };
    }
}
