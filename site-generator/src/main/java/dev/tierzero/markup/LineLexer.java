package dev.tierzero.markup;

/** Finds the tokens of a language whose lines stand for themselves. */
@FunctionalInterface
interface LineLexer extends Lexer {

    /** Inks one line. */
    void line(String code, int start, int end, Ink ink);

    @Override
    default void scan(String code, int start, int end, Ink ink) {
        int i = start;
        while (i <= end) {
            int stop = Lexer.lineEnd(code, i, end);
            if (stop > i) {
                line(code, i, stop, ink);
            }
            i = stop + 1;
        }
    }
}
