package dev.tierzero.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/** Finds the tokens of POSIX shells and Bash: commands, options, variables, quotes, here-documents and {@code <placeholders>}. */
final class ShellLexer implements Lexer {

    private static final Set<String> KEYWORDS = Set.of(
            "if",
            "then",
            "else",
            "elif",
            "fi",
            "for",
            "while",
            "until",
            "do",
            "done",
            "case",
            "esac",
            "in",
            "function",
            "select",
            "return",
            "break",
            "continue",
            "exit",
            "local",
            "export",
            "readonly",
            "declare",
            "set",
            "unset",
            "shift",
            "trap",
            "source");

    /** Commands that take a command: the next word is one too. */
    private static final Set<String> PREFIXES = Set.of(
            "sudo", "time", "exec", "env", "nohup", "xargs", "command", "watch", "then", "else", "do", "if", "elif",
            "while", "until");

    private static final Set<String> DECLARATIONS = Set.of("export", "local", "readonly", "declare");

    private static final String BREAKS = " \t\n;|&()<>\"'`$#";

    /** One scan. */
    private static final class Scan {
        private final String code;
        private final int end;
        private final Ink ink;
        private final Deque<HereDocument> documents = new ArrayDeque<>();
        private int i;
        private boolean commandNext = true;
        private boolean declaring;

        Scan(String code, int start, int end, Ink ink) {
            this.code = code;
            this.i = start;
            this.end = end;
            this.ink = ink;
        }

        void run() {
            boolean wordStart = true;
            while (i < end) {
                char c = code.charAt(i);
                if (c == ' ' || c == '\t') {
                    i++;
                    wordStart = true;
                } else if (c == '\n') {
                    newline();
                    wordStart = true;
                } else if (c == '#' && wordStart) {
                    ink(Ink.COMMENT, Lexer.lineEnd(code, i, end));
                } else {
                    token(c, wordStart);
                    wordStart = ";|&()".indexOf(code.charAt(i - 1)) >= 0;
                }
            }
        }

        private void ink(char kind, int stop) {
            ink.add(kind, i, stop);
            i = stop;
        }

        private void newline() {
            boolean continued = i > 0 && code.charAt(i - 1) == '\\';
            commandNext = commandNext || !continued;
            i++;
            while (!documents.isEmpty()) {
                HereDocument document = documents.poll();
                int stop = document.end(code, i, end);
                int last = code.lastIndexOf('\n', stop - 1) + 1;
                boolean closed = document.isClosedBy(code.substring(Math.max(last, i), stop));
                ink(Ink.STRING, closed ? Math.max(last, i) : stop);
                ink(Ink.META, stop);
                i = Math.min(end, i + 1);
            }
        }

        private void token(char c, boolean wordStart) {
            switch (c) {
                case '\'' -> ink(Ink.STRING, singleQuoted());
                case '"' -> doubleQuoted();
                case '$' -> dollar();
                case '`' -> operator(1);
                case '\\' ->
                    i = Math.min(end, i + 2 > end || code.charAt(Math.min(i + 1, end - 1)) == '\n' ? i + 1 : i + 2);
                case '<', '>' -> redirection(c);
                case ';', '|', '&', '(', ')' -> operator(1);
                default -> word(wordStart);
            }
        }

        private void operator(int length) {
            commandNext = true;
            ink(Ink.OPERATOR, i + length);
        }

        private int singleQuoted() {
            int close = code.indexOf('\'', i + 1);
            commandNext = false;
            return close < 0 || close >= end ? end : close + 1;
        }

        private void doubleQuoted() {
            commandNext = false;
            int from = i;
            i++;
            while (i < end && code.charAt(i) != '"') {
                char c = code.charAt(i);
                int stop = c == '$' ? variable(i) : i;
                if (stop > i) {
                    ink.add(Ink.STRING, from, i);
                    ink(Ink.VARIABLE, stop);
                    from = i;
                } else {
                    i += c == '\\' ? 2 : 1;
                }
            }
            i = Math.min(end, i + 1);
            ink.add(Ink.STRING, from, i);
        }

        /** The end of a variable at an index; the index itself when none is there. */
        private int variable(int at) {
            int next = at + 1;
            if (next >= end) {
                return at;
            }
            char c = code.charAt(next);
            if (c == '{') {
                return Math.max(at, Lexer.behind(code, next, end, '}'));
            }
            if (c == '_' || Lexer.isLetter(c)) {
                return Lexer.word(code, next, end, "");
            }
            return Lexer.isDigit(c) || "?#@*!$-".indexOf(c) >= 0 ? next + 1 : at;
        }

        private void dollar() {
            int stop = variable(i);
            if (stop > i) {
                ink(Ink.VARIABLE, stop);
                commandNext = false;
            } else if (Lexer.at(code, i, end, "$(")) {
                operator(2);
            } else {
                i++;
            }
        }

        private void redirection(char c) {
            Optional<HereDocument> document = HereDocument.opening(code, i, end);
            if (document.isPresent()) {
                documents.add(document.get());
                ink(Ink.META, document.get().openingEnd());
                return;
            }
            int placeholder = c == '<' ? placeholder() : i;
            if (placeholder > i) {
                commandNext = false;
                ink(Ink.VARIABLE, placeholder);
                return;
            }
            int stop = i;
            while (stop < end && "<>&".indexOf(code.charAt(stop)) >= 0) {
                stop++;
            }
            ink(Ink.OPERATOR, stop);
        }

        /** The end of a {@code <name of something>} that the reader replaces; the index itself when none is there. */
        private int placeholder() {
            int stop = Lexer.word(code, i + 1, end, "-. ");
            boolean name = stop > i + 1 && Lexer.isLetter(code.charAt(i + 1)) && code.charAt(stop - 1) != ' ';
            return name && stop < end && code.charAt(stop) == '>' ? stop + 1 : i;
        }

        private void word(boolean wordStart) {
            int stop = i + 1;
            while (stop < end && BREAKS.indexOf(code.charAt(stop)) < 0 && code.charAt(stop) != '\\') {
                stop++;
            }
            String word = code.substring(i, stop);
            int equals = word.indexOf('=');
            if (wordStart && (commandNext || declaring) && equals > 0 && Lexer.word(word, 0, equals, "+[]") == equals) {
                ink(Ink.VARIABLE, i + equals);
                ink(Ink.OPERATOR, i + 1);
                i = stop;
            } else if (commandNext && wordStart) {
                command(word, stop);
            } else if (wordStart && (word.equals("]") || word.equals("]]"))) {
                ink(Ink.KEYWORD, stop);
            } else if (wordStart && word.startsWith("-") && word.length() > 1) {
                ink(Ink.KEY, equals > 0 ? i + equals : stop);
                i = stop;
            } else if (wordStart
                    && Lexer.isDigit(word.charAt(0))
                    && Lexer.number(word, 0, word.length()) == word.length()) {
                ink(Ink.NUMBER, stop);
            } else {
                i = stop;
            }
        }

        private void command(String word, int stop) {
            boolean keyword = KEYWORDS.contains(word)
                    || word.equals("{")
                    || word.equals("}")
                    || word.equals("[[")
                    || word.equals("[");
            boolean prefix = PREFIXES.contains(word) || word.equals("{") || word.equals("!");
            if (word.startsWith("-")) {
                ink(Ink.KEY, stop);
            } else {
                ink(keyword || word.equals("!") ? Ink.KEYWORD : Ink.FUNCTION, stop);
                commandNext = prefix;
                declaring = DECLARATIONS.contains(word);
            }
        }
    }

    @Override
    public void scan(String code, int start, int end, Ink ink) {
        new Scan(code, start, end, ink).run();
    }
}
