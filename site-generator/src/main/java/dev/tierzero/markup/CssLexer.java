package dev.tierzero.markup;

/** Finds the tokens of CSS. */
final class CssLexer implements Lexer {

    @Override
    public void scan(String code, int start, int end, Ink ink) {
        int depth = 0;
        boolean value = false;
        int i = start;
        while (i < end) {
            char c = code.charAt(i);
            int from = i;
            if (Lexer.at(code, i, end, "/*")) {
                int close = code.indexOf("*/", i + 2);
                i = close < 0 || close >= end ? end : close + 2;
                ink.add(Ink.COMMENT, from, i);
            } else if (c == '"' || c == '\'') {
                i = Lexer.quoted(code, i, end);
                ink.add(Ink.STRING, from, i);
            } else if (c == '@') {
                i = Lexer.word(code, i + 1, end, "-");
                ink.add(Ink.KEYWORD, from, i);
            } else if ("{};:,()".indexOf(c) >= 0) {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                value = (c == ':' && depth > 0) || (value && (c == ',' || c == '(' || c == ')'));
                ink.add(Ink.PUNCTUATION, i, ++i);
            } else if (Lexer.isWord(c) || c == '-' || c == '#' || c == '.' || c == '!') {
                i = Math.max(i + 1, Lexer.word(code, i + 1, end, "-%."));
                ink.add(kind(code, from, i, end, value, depth), from, i);
            } else {
                i++;
            }
        }
    }

    private static char kind(String code, int from, int stop, int end, boolean value, int depth) {
        char c = code.charAt(from);
        if (code.startsWith("--", from)) {
            return Ink.VARIABLE;
        }
        boolean signed = (c == '-' || c == '.') && from + 1 < stop && Lexer.isDigit(code.charAt(from + 1));
        if (value) {
            boolean number = Lexer.isDigit(c) || c == '#' || signed;
            boolean called = stop < end && code.charAt(stop) == '(';
            return number ? Ink.NUMBER : called ? Ink.FUNCTION : c == '!' ? Ink.KEYWORD : Ink.STRING;
        }
        int next = Lexer.skipBlanks(code, stop, end);
        return depth > 0 && next < end && code.charAt(next) == ':' ? Ink.KEY : Ink.TYPE;
    }
}
