package dev.tierzero.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands in quotation marks, for {@link ShellPlaces}. */
final class ShellQuotes {

    /** Escape sequences that are not at their end yet. */
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:[0-7]{1,2}|x(?:\\{[0-9A-Fa-f]*|[0-9A-Fa-f]?)|u[0-9A-Fa-f]{0,3}|U[0-9A-Fa-f]{0,7}|(?:\\\\?[cCM]-?)+)?");

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
            escaped |= backslash && isEscape(close);
            close += backslash ? 2 : 1;
        }
        literal(Quoting.ANSI, close);
        if (escaped) {
            text.unclosed(opened, "an escape sequence");
        }
    }

    /** Whether the backslash there begins an escape sequence with which a value would go on. */
    private boolean isEscape(int at) {
        Matcher escape = ESCAPE.matcher(text.code()).region(at, text.end());
        return escape.lookingAt() && escape.end() < text.end() && text.code().charAt(escape.end()) == text.mark();
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
