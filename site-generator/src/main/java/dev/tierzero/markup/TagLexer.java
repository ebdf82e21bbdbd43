package dev.tierzero.markup;

/** Finds the tokens of XML and HTML. */
final class TagLexer implements Lexer {

    @Override
    public void scan(String code, int start, int end, Ink ink) {
        int i = start;
        while (i < end) {
            char c = code.charAt(i);
            if (Lexer.at(code, i, end, "<!--")) {
                i = upTo(code, i, end, "-->", Ink.COMMENT, ink);
            } else if (Lexer.at(code, i, end, "<![CDATA[")) {
                i = upTo(code, i, end, "]]>", Ink.STRING, ink);
            } else if (Lexer.at(code, i, end, "<?") || Lexer.at(code, i, end, "<!")) {
                i = upTo(code, i, end, ">", Ink.META, ink);
            } else if (c == '<' && i + 1 < end && (code.charAt(i + 1) == '/' || Lexer.isLetter(code.charAt(i + 1)))) {
                i = tag(code, i, end, ink);
            } else if (c == '&') {
                int close = Lexer.behind(code, i, Math.min(end, i + 12), ';');
                ink.add(Ink.VARIABLE, i, close);
                i = Math.max(close, i + 1);
            } else {
                i++;
            }
        }
    }

    private static int upTo(String code, int from, int end, String close, char kind, Ink ink) {
        int found = code.indexOf(close, from);
        int stop = found < 0 || found >= end ? end : found + close.length();
        ink.add(kind, from, stop);
        return stop;
    }

    private static int tag(String code, int from, int end, Ink ink) {
        int name = from + (code.charAt(from + 1) == '/' ? 2 : 1);
        int i = Lexer.word(code, name, end, "-.:");
        ink.add(Ink.PUNCTUATION, from, name);
        ink.add(Ink.TYPE, name, i);
        while (i < end && code.charAt(i) != '>' && code.charAt(i) != '<') {
            char c = code.charAt(i);
            if (c == '"' || c == '\'') {
                int close = code.indexOf(c, i + 1);
                int stop = close < 0 || close >= end ? end : close + 1;
                ink.add(Ink.STRING, i, stop);
                i = stop;
            } else if (Lexer.isWord(c)) {
                int stop = Lexer.word(code, i, end, "-.:");
                ink.add(Ink.KEY, i, stop);
                i = stop;
            } else {
                ink.add(c == '=' ? Ink.OPERATOR : Ink.PUNCTUATION, i, c == '=' || c == '/' ? i + 1 : i);
                i++;
            }
        }
        if (i < end && code.charAt(i) == '>') {
            ink.add(Ink.PUNCTUATION, i, i + 1);
            i++;
        }
        return i;
    }
}
