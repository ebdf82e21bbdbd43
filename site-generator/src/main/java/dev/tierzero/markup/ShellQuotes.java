package dev.tierzero.markup;

/** Reads what stands in quotation marks, for {@link ShellPlaces}. */
final class ShellQuotes {

    private final ShellCursor text;
    private final ShellExpansion expansion;

    ShellQuotes(ShellCursor text, ShellExpansion expansion) {
        this.text = text;
        this.expansion = expansion;
    }

    /** Reads {@code '…'}. */
    void single() {
        int close = text.code().indexOf('\'', text.index() + 1);
        literal(Quoting.SINGLE, close < 0 ? text.end() : close);
    }

    /** Reads {@code $'…'}, at its quotation mark. */
    void ansi() {
        int opened = text.places().size();
        boolean escaped = false;
        int close = text.index() + 1;
        while (close < text.end() && text.code().charAt(close) != '\'') {
            boolean backslash = text.code().charAt(close) == '\\';
            escaped |= backslash && text.isMark(close + 1 - text.index());
            close += backslash ? 2 : 1;
        }
        literal(Quoting.ANSI, close);
        if (escaped) {
            text.unclosed(opened, "an escape sequence");
        }
    }

    private void literal(Quoting quoting, int close) {
        int opened = text.places().size();
        int stop = Math.min(close, text.end());
        text.step(1);
        while (text.index() < stop) {
            if (text.isMark()) {
                text.place(Place.of(quoting));
            } else {
                text.add();
            }
        }
        text.commands().endQuote();
        close(opened, "a quotation mark");
    }

    /** Reads what stands in double quotation marks, at the first of them. */
    void doubled() {
        int opened = text.places().size();
        text.step(1);
        while (text.more() && text.now() != '"') {
            if (text.isMark()) {
                text.place(Place.of(Quoting.DOUBLE));
            } else {
                expansion.inQuotes("double quotation marks");
            }
        }
        text.commands().endQuote();
        close(opened, "a quotation mark");
    }

    /** Reads a command in backquotes: within them each shell takes backslashes and quotation marks in its own way. */
    void backquoted() {
        int opened = text.places().size();
        text.step(1);
        while (text.more() && text.now() != '`') {
            if (text.isMark()) {
                text.place(Place.unsafe("it stands in backquotes", "write $(…) in place of the backquotes"));
            } else {
                text.step(text.now() == '\\' && !text.isMark(1) ? 2 : 1);
            }
        }
        text.commands().endQuote();
        close(opened, "a backquote");
    }

    private void close(int opened, String what) {
        if (!text.more()) {
            text.unclosed(opened, what);
        }
        text.step(1);
    }
}
