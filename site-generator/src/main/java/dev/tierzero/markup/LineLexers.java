package dev.tierzero.markup;

import java.util.Set;

/** The languages whose lines stand for themselves: differences, settings, HTTP, make, Dockerfiles, and the two markups. */
final class LineLexers {

    private static final Lexer SHELL = new ShellLexer();

    private static final Set<String> WORDS = Set.of("true", "false", "null", "on", "off", "yes", "no");

    private LineLexers() {}

    static void diff(String code, int start, int end, Ink ink) {
        char c = code.charAt(start);
        if (Lexer.at(code, start, end, "+++")
                || Lexer.at(code, start, end, "---")
                || Lexer.at(code, start, end, "diff ")
                || Lexer.at(code, start, end, "index ")) {
            ink.add(Ink.KEYWORD, start, end);
        } else if (c == '@') {
            ink.add(Ink.META, start, end);
        } else if (c == '+') {
            ink.add(Ink.STRING, start, end);
        } else if (c == '-') {
            ink.add(Ink.ERROR, start, end);
        }
    }

    /** INI, properties and environment files: {@code key = value}, sections in brackets, comments with {@code #}, {@code ;} or {@code !}. */
    static void settings(String code, int start, int end, Ink ink) {
        int text = Lexer.skipBlanks(code, start, end);
        if (text == end) {
            return;
        }
        char c = code.charAt(text);
        if (c == '#' || c == ';' || c == '!') {
            ink.add(Ink.COMMENT, text, end);
        } else if (c == '[') {
            ink.add(Ink.TYPE, text, end);
        } else {
            int equals = text;
            while (equals < end && code.charAt(equals) != '=' && code.charAt(equals) != ':') {
                equals++;
            }
            if (equals < end) {
                key(code, text, equals, ink);
                ink.add(Ink.OPERATOR, equals, equals + 1);
                value(code, equals + 1, end, ink);
            }
        }
    }

    private static void key(String code, int from, int to, Ink ink) {
        boolean export = Lexer.at(code, from, to, "export ");
        ink.add(Ink.KEYWORD, from, export ? from + 6 : from);
        int start = export ? from + 7 : from;
        ink.add(
                Ink.KEY,
                start,
                start + code.substring(start, to).stripTrailing().length());
    }

    private static void value(String code, int from, int end, Ink ink) {
        int i = Lexer.skipBlanks(code, from, end);
        String text = code.substring(i, end).strip();
        if (text.isEmpty()) {
            return;
        }
        int stop = i + text.length();
        if (WORDS.contains(text)) {
            ink.add(Ink.KEYWORD, i, stop);
        } else if (Lexer.isDigit(text.charAt(0)) && Lexer.number(text, 0, text.length()) == text.length()) {
            ink.add(Ink.NUMBER, i, stop);
        } else {
            variables(code, i, stop, ink);
        }
    }

    /** A text in which {@code ${…}} are variables. */
    private static void variables(String code, int from, int end, Ink ink) {
        int start = from;
        int i = from;
        while (i < end) {
            int close = Lexer.at(code, i, end, "${") ? Lexer.behind(code, i, end, '}') : 0;
            if (close > 0) {
                ink.add(Ink.STRING, start, i);
                ink.add(Ink.VARIABLE, i, close);
                start = close;
            }
            i = Math.max(close, i + 1);
        }
        ink.add(Ink.STRING, start, end);
    }

    static void http(String code, int start, int end, Ink ink) {
        int word = Lexer.word(code, start, end, "-");
        if (Lexer.at(code, start, end, "HTTP/")) {
            int space = code.indexOf(' ', start);
            int stop = space < 0 || space > end ? end : space;
            ink.add(Ink.META, start, stop);
            int number = Lexer.skipBlanks(code, stop, end);
            ink.add(Ink.NUMBER, number, Lexer.word(code, number, end, ""));
        } else if (word < end && word > start && code.charAt(word) == ':') {
            ink.add(Ink.KEY, start, word);
            ink.add(Ink.PUNCTUATION, word, word + 1);
        } else if (word < end && word - start > 2 && code.charAt(word) == ' ' && isCapitals(code, start, word)) {
            int target = Lexer.skipBlanks(code, word, end);
            int stop = target;
            while (stop < end && code.charAt(stop) != ' ') {
                stop++;
            }
            ink.add(Ink.KEYWORD, start, word);
            ink.add(Ink.STRING, target, stop);
            ink.add(Ink.META, Lexer.skipBlanks(code, stop, end), end);
        } else {
            Languages.JSON.scan(code, start, end, ink);
        }
    }

    private static boolean isCapitals(String code, int start, int end) {
        for (int i = start; i < end; i++) {
            if (code.charAt(i) < 'A' || code.charAt(i) > 'Z') {
                return false;
            }
        }
        return true;
    }

    static void make(String code, int start, int end, Ink ink) {
        char c = code.charAt(start);
        int word = Lexer.word(code, start, end, "-./%$() ");
        if (c == '\t') {
            int from = start + 1;
            while (from < end && "@-+".indexOf(code.charAt(from)) >= 0) {
                from++;
            }
            ink.add(Ink.OPERATOR, start + 1, from);
            SHELL.scan(code, from, end, ink);
        } else if (c == '#') {
            ink.add(Ink.COMMENT, start, end);
        } else if (word > start
                && word < end
                && (code.charAt(word) == '='
                        || Lexer.at(code, word, end, ":=")
                        || Lexer.at(code, word, end, "?=")
                        || Lexer.at(code, word, end, "+="))) {
            ink.add(Ink.VARIABLE, start, word);
            int value = word + (code.charAt(word) == '=' ? 1 : 2);
            ink.add(Ink.OPERATOR, word, value);
            ink.add(Ink.STRING, Lexer.skipBlanks(code, value, end), end);
        } else if (word > start && word < end && code.charAt(word) == ':') {
            ink.add(Ink.FUNCTION, start, word);
            ink.add(Ink.PUNCTUATION, word, word + 1);
        } else if (word > start) {
            ink.add(Ink.KEYWORD, start, Lexer.word(code, start, end, "-"));
        }
    }

    static void docker(String code, int start, int end, Ink ink) {
        int text = Lexer.skipBlanks(code, start, end);
        if (text < end && code.charAt(text) == '#') {
            ink.add(Ink.COMMENT, text, end);
            return;
        }
        int word = Lexer.word(code, text, end, "");
        boolean instruction = text == start && word > text && isCapitals(code, text, word);
        if (!instruction) {
            SHELL.scan(code, text, end, ink);
            return;
        }
        ink.add(Ink.KEYWORD, text, word);
        int rest = Lexer.skipBlanks(code, word, end);
        String name = code.substring(text, word);
        if (rest < end && code.charAt(rest) == '[') {
            Languages.JSON.scan(code, rest, end, ink);
        } else if (name.equals("RUN") || name.equals("CMD") || name.equals("ENTRYPOINT")) {
            SHELL.scan(code, rest, end, ink);
        } else if (name.equals("ENV") || name.equals("ARG") || name.equals("LABEL")) {
            settings(code, rest, end, ink);
        } else {
            variables(code, rest, end, ink);
        }
    }

    static void markdown(String code, int start, int end, Ink ink) {
        int text = Lexer.skipBlanks(code, start, end);
        char c = text < end ? code.charAt(text) : ' ';
        if (c == '#') {
            ink.add(Ink.KEYWORD, text, end);
        } else if (Lexer.at(code, text, end, "```")
                || Lexer.at(code, text, end, ":::")
                || Lexer.at(code, start, end, "---")
                || Lexer.at(code, text, end, "--8<--")) {
            ink.add(Ink.META, text, end);
        } else if (c == '>') {
            ink.add(Ink.COMMENT, text, end);
        } else {
            inline(code, text, end, '`', ink);
        }
    }

    static void asciidoc(String code, int start, int end, Ink ink) {
        char c = code.charAt(start);
        int delimiter = Lexer.word(code, start, end, "=-*.|+/");
        if (Lexer.at(code, start, end, "//") && !Lexer.at(code, start, end, "////")) {
            ink.add(Ink.COMMENT, start, end);
        } else if (c == '=' && end - start > 1 && code.charAt(Math.min(end - 1, delimiter)) == ' ') {
            ink.add(Ink.KEYWORD, start, end);
        } else if (c == ':' && code.indexOf(':', start + 1) > 0 && Lexer.behind(code, start + 1, end, ':') > 0) {
            int close = Lexer.behind(code, start + 1, end, ':');
            ink.add(Ink.KEY, start, close);
            ink.add(Ink.STRING, Lexer.skipBlanks(code, close, end), end);
        } else if (c == '[' || (delimiter == end && !Lexer.isWord(c)) || Lexer.at(code, start, end, "include::")) {
            ink.add(Ink.META, start, end);
        } else if (c == '.' && end - start > 1 && code.charAt(start + 1) != ' ' && code.charAt(start + 1) != '.') {
            ink.add(Ink.TYPE, start, end);
        } else {
            inline(code, start, end, '`', ink);
        }
    }

    private static void inline(String code, int start, int end, char mark, Ink ink) {
        int i = start;
        while (i < end) {
            int close = code.charAt(i) == mark ? Lexer.behind(code, i + 1, end, mark) : 0;
            ink.add(Ink.STRING, i, close);
            i = Math.max(close, i + 1);
        }
    }
}
