package dev.tierzero.markup;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * The tokens of one piece of code, and the code with them as HTML. Only adds tags around the code's own characters, so that the text is
 * kept whatever a lexer inks.
 */
final class Ink {

    /** Kinds of tokens, as in the classes {@code tok-X}. */
    static final char KEYWORD = 'k';

    static final char STRING = 's';
    static final char COMMENT = 'c';
    static final char NUMBER = 'n';
    static final char FUNCTION = 'f';
    static final char VARIABLE = 'v';
    static final char TYPE = 't';
    static final char KEY = 'a';
    static final char OPERATOR = 'o';
    static final char ERROR = 'e';
    static final char PUNCTUATION = 'p';
    static final char META = 'm';

    /** The prompt before a command; not a token but a part of the line. */
    static final char PROMPT = '$';

    private int[] bounds = new int[64];
    private char[] kinds = new char[32];
    private int size;
    private final BitSet commands = new BitSet();
    private boolean console;

    /** Inks from {@code start} to before {@code end}; nothing when that is empty or before the end of the last token. */
    void add(char kind, int start, int end) {
        int last = size == 0 ? 0 : bounds[2 * size - 1];
        if (start >= end || start < last) {
            return;
        }
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * size);
            bounds = Arrays.copyOf(bounds, 4 * size);
        }
        kinds[size] = kind;
        bounds[2 * size] = start;
        bounds[2 * size + 1] = end;
        size++;
    }

    /** Makes this a console: each line is a command or output; output unless said otherwise. */
    void console() {
        console = true;
    }

    /** Says of a line (0-based) that it belongs to a command. */
    void command(int line) {
        commands.set(line);
    }

    /** The number of tokens. */
    int size() {
        return size;
    }

    /** The kind of a token. */
    char kind(int token) {
        return kinds[token];
    }

    /** Where a token starts. */
    int start(int token) {
        return bounds[2 * token];
    }

    /** Where a token ends: behind its last character. */
    int end(int token) {
        return bounds[2 * token + 1];
    }

    /** The code as the content of a {@code code} element. */
    String html(String code, IntPredicate highlighted) {
        StringBuilder out = new StringBuilder(code.length() * 2);
        int token = 0;
        int line = 0;
        int start = 0;
        while (start <= code.length()) {
            int end = Lexer.lineEnd(code, start, code.length());
            boolean marked = highlighted.test(line + 1);
            out.append(marked ? "<span class=\"line hl\">" : "");
            // An empty line of a command is copied with it.
            boolean part = console && (start < end || commands.get(line));
            if (part) {
                out.append(commands.get(line) ? "<span class=\"cmd\">" : "<span class=\"out\">");
            }
            token = line(code, start, end, token, out);
            out.append(part ? "</span>" : "").append(marked ? "</span>" : "");
            if (end < code.length()) {
                out.append('\n');
            }
            start = end + 1;
            line++;
        }
        return out.toString();
    }

    /** Writes one line; returns the first token that reaches beyond it. */
    private int line(String code, int start, int end, int first, StringBuilder out) {
        int token = first;
        int from = start;
        while (token < size && bounds[2 * token] < end) {
            int tokenStart = Math.max(bounds[2 * token], start);
            int tokenEnd = Math.min(bounds[2 * token + 1], end);
            Html.text(out, code, from, tokenStart);
            if (tokenStart < tokenEnd) {
                out.append("<span class=\"");
                out.append(kinds[token] == PROMPT ? "prompt" : "tok-" + kinds[token]);
                out.append("\">");
                Html.text(out, code, tokenStart, tokenEnd);
                out.append("</span>");
            }
            from = Math.max(tokenEnd, tokenStart);
            if (bounds[2 * token + 1] > end) {
                break;
            }
            token++;
        }
        Html.text(out, code, from, end);
        return token;
    }
}
