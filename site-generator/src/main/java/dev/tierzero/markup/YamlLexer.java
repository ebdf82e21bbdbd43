package dev.tierzero.markup;

import java.util.Set;

/** Finds the tokens of YAML: keys, scalars, block scalars, anchors, tags and comments. */
final class YamlLexer implements Lexer {

    private static final Set<String> WORDS =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "True", "False", "Null", "~");

    @Override
    public void scan(String code, int start, int end, Ink ink) {
        int i = start;
        int block = -1;
        while (i <= end) {
            int stop = Lexer.lineEnd(code, i, end);
            int text = Lexer.skipBlanks(code, i, stop);
            if (block >= 0 && (text == stop || text - i > block)) {
                ink.add(Ink.STRING, text, stop);
            } else {
                block = line(code, i, text, stop, ink) ? text - i : -1;
            }
            i = stop + 1;
        }
    }

    /** Inks a line; true when it opens a block scalar. */
    private static boolean line(String code, int start, int text, int stop, Ink ink) {
        if (text == start && (Lexer.at(code, start, stop, "---") || Lexer.at(code, start, stop, "..."))) {
            ink.add(Ink.META, start, start + 3);
            return line(code, start, Lexer.skipBlanks(code, start + 3, stop), stop, ink);
        }
        int i = text;
        while (i < stop && code.charAt(i) == '-' && (i + 1 == stop || code.charAt(i + 1) == ' ')) {
            ink.add(Ink.PUNCTUATION, i, i + 1);
            i = Lexer.skipBlanks(code, i + 1, stop);
        }
        int colon = key(code, i, stop);
        if (colon > i) {
            ink.add(Ink.KEY, i, colon);
            ink.add(Ink.PUNCTUATION, colon, colon + 1);
            i = colon + 1;
        }
        value(code, i, stop, ink);
        int first = Lexer.skipBlanks(code, i, stop);
        return first < stop && (code.charAt(first) == '|' || code.charAt(first) == '>');
    }

    /** The index of the colon behind a key that starts here; the index itself when it is no key. */
    private static int key(String code, int from, int stop) {
        if (from >= stop || "#{[|>&*!%".indexOf(code.charAt(from)) >= 0) {
            return from;
        }
        boolean quoted = code.charAt(from) == '"' || code.charAt(from) == '\'';
        int i = quoted ? Lexer.quoted(code, from, stop) : from;
        while (i < stop) {
            char c = code.charAt(i);
            if (c == ':' && (i + 1 == stop || code.charAt(i + 1) == ' ' || code.charAt(i + 1) == '\t')) {
                return i;
            }
            if ((quoted && c != ' ') || (c == '#' && code.charAt(i - 1) == ' ')) {
                return from;
            }
            i++;
        }
        return from;
    }

    private static void value(String code, int from, int stop, Ink ink) {
        int i = from;
        while (i < stop) {
            char c = code.charAt(i);
            boolean spaced = i == from || code.charAt(i - 1) == ' ' || code.charAt(i - 1) == '\t';
            if (c == '#' && (spaced || i == 0)) {
                ink.add(Ink.COMMENT, i, stop);
                return;
            }
            i = token(code, i, stop, ink);
        }
    }

    private static int token(String code, int i, int stop, Ink ink) {
        char c = code.charAt(i);
        if (c == '"' || c == '\'') {
            int close = Lexer.quoted(code, i, stop);
            ink.add(key(code, i, stop) > i ? Ink.KEY : Ink.STRING, i, close);
            return close;
        }
        if ("{}[],".indexOf(c) >= 0) {
            ink.add(Ink.PUNCTUATION, i, i + 1);
            return i + 1;
        }
        if (c == '|' || c == '>') {
            ink.add(Ink.OPERATOR, i, i + 1);
            return i + 1;
        }
        if (c == '&' || c == '*' || c == '!') {
            int close = Lexer.word(code, i + 1, stop, "-./!:");
            ink.add(c == '!' ? Ink.TYPE : Ink.VARIABLE, i, close);
            return Math.max(close, i + 1);
        }
        return c == ' ' || c == '\t' ? i + 1 : scalar(code, i, stop, ink);
    }

    private static int scalar(String code, int from, int stop, Ink ink) {
        int i = from;
        while (i < stop && ",{}[]".indexOf(code.charAt(i)) < 0 && !Lexer.at(code, i, stop, " #")) {
            if (code.charAt(i) == ':' && (i + 1 == stop || code.charAt(i + 1) == ' ')) {
                ink.add(Ink.KEY, from, i);
                ink.add(Ink.PUNCTUATION, i, i + 1);
                return i + 1;
            }
            i++;
        }
        int close = Math.max(from + 1, i);
        String text = code.substring(from, close).strip();
        if (WORDS.contains(text)) {
            ink.add(Ink.KEYWORD, from, from + text.length());
        } else if (!text.isEmpty() && isNumber(text)) {
            ink.add(Ink.NUMBER, from, from + text.length());
        }
        return close;
    }

    private static boolean isNumber(String text) {
        int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        return start < text.length()
                && Lexer.isDigit(text.charAt(start))
                && Lexer.number(text, start, text.length()) == text.length()
                && text.chars()
                        .skip(start)
                        .allMatch(c -> c != '_' && (Lexer.isDigit((char) c) || ".eExXabcdfABCDF+-".indexOf(c) >= 0));
    }
}
