package dev.tierzero.markup;

import dev.tierzero.markup.Grammar.Trait;
import java.util.Locale;

/** Finds the tokens of a language that a {@link Grammar} describes. */
final class GrammarLexer implements Lexer {

    private static final String OPERATORS = "=<>!+-*/%&|^~?";
    private static final String PUNCTUATION = "(){}[];,.:";

    private final Grammar grammar;

    GrammarLexer(Grammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public void scan(String code, int start, int end, Ink ink) {
        int i = start;
        while (i < end) {
            char c = code.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t') {
                i++;
                continue;
            }
            int next = comment(code, i, end, ink);
            next = next > i ? next : string(code, i, end, ink);
            next = next > i ? next : special(code, i, start, end, ink);
            next = next > i ? next : plain(code, i, end, ink);
            i = next;
        }
    }

    private int comment(String code, int i, int end, Ink ink) {
        int stop = commentEnd(code, i, end);
        ink.add(Ink.COMMENT, i, stop);
        return stop;
    }

    /** The end of a comment that starts here; the index itself when none does. */
    private int commentEnd(String code, int i, int end) {
        for (Grammar.Pair pair : grammar.blocks()) {
            if (Lexer.at(code, i, end, pair.open())) {
                int close = code.indexOf(pair.close(), i + pair.open().length());
                return close < 0 || close >= end ? end : close + pair.close().length();
            }
        }
        for (String open : grammar.lineComments()) {
            if (Lexer.at(code, i, end, open)) {
                return Lexer.lineEnd(code, i, end);
            }
        }
        return i;
    }

    private int string(String code, int i, int end, Ink ink) {
        for (Grammar.Quote quote : grammar.quotes()) {
            if (Lexer.at(code, i, end, quote.mark()) && !isLifetime(code, i, end)) {
                int stop = stringEnd(code, i, end, quote);
                boolean key = grammar.traits().contains(Trait.KEYS) && isBeforeColon(code, stop, end);
                ink.add(key ? Ink.KEY : Ink.STRING, i, stop);
                return stop;
            }
        }
        return i;
    }

    private static int stringEnd(String code, int start, int end, Grammar.Quote quote) {
        int i = start + quote.mark().length();
        while (i < end) {
            char c = code.charAt(i);
            if (c == '\n' && !quote.lines()) {
                return i;
            }
            if (c == '\\' && !quote.raw()) {
                i += 2;
            } else if (Lexer.at(code, i, end, quote.mark())) {
                return i + quote.mark().length();
            } else {
                i++;
            }
        }
        return end;
    }

    private boolean isLifetime(String code, int i, int end) {
        return grammar.traits().contains(Trait.RUST)
                && code.charAt(i) == '\''
                && i + 2 < end
                && code.charAt(i + 1) != '\\'
                && code.charAt(i + 2) != '\'';
    }

    private static boolean isBeforeColon(String code, int from, int end) {
        int i = Lexer.skipBlanks(code, from, end);
        return i < end && code.charAt(i) == ':' && !Lexer.at(code, i, end, "::");
    }

    /** Annotations, variables, symbols and the like; the index itself when there is none. */
    private int special(String code, int i, int start, int end, Ink ink) {
        char c = code.charAt(i);
        boolean name = i + 1 < end && (Lexer.isLetter(code.charAt(i + 1)) || code.charAt(i + 1) == '_');
        if (c == '@' && name && has(Trait.ANNOTATIONS)) {
            return inked(ink, Ink.META, i, Lexer.word(code, i + 1, end, "."));
        }
        if (name && ((c == '@' && has(Trait.SYMBOLS)) || (c == '$' && has(Trait.DOLLAR_VARIABLES)))) {
            return inked(ink, Ink.VARIABLE, i, Lexer.word(code, i + 1, end, has(Trait.DOLLAR_VARIABLES) ? ":" : ""));
        }
        if (c == ':' && name && has(Trait.SYMBOLS)) {
            return inked(ink, Ink.KEY, i, Lexer.word(code, i + 1, end, "?!"));
        }
        if (has(Trait.RUST) && c == '\'') {
            return inked(ink, Ink.VARIABLE, i, Lexer.word(code, i + 1, end, ""));
        }
        if (has(Trait.RUST) && Lexer.at(code, i, end, "#[")) {
            return inked(ink, Ink.META, i, Math.max(i + 2, Lexer.behind(code, i, end, ']')));
        }
        if (has(Trait.PREPROCESSOR) && c == '#' && isFirst(code, i, start)) {
            return inked(ink, Ink.META, i, Lexer.lineEnd(code, i, end));
        }
        return i;
    }

    private boolean has(Trait trait) {
        return grammar.traits().contains(trait);
    }

    private static int inked(Ink ink, char kind, int start, int end) {
        ink.add(kind, start, end);
        return end;
    }

    private static boolean isFirst(String code, int i, int start) {
        int before = i - 1;
        while (before >= start && (code.charAt(before) == ' ' || code.charAt(before) == '\t')) {
            before--;
        }
        return before < start || code.charAt(before) == '\n';
    }

    private int plain(String code, int i, int end, Ink ink) {
        char c = code.charAt(i);
        if (Lexer.isDigit(c)) {
            return inked(ink, Ink.NUMBER, i, Lexer.number(code, i, end));
        }
        if (Lexer.isWord(c)) {
            return name(code, i, end, ink);
        }
        if (OPERATORS.indexOf(c) >= 0) {
            int stop = i + 1;
            while (stop < end && OPERATORS.indexOf(code.charAt(stop)) >= 0 && commentEnd(code, stop, end) == stop) {
                stop++;
            }
            return inked(ink, Ink.OPERATOR, i, stop);
        }
        if (PUNCTUATION.indexOf(c) >= 0) {
            return inked(ink, Ink.PUNCTUATION, i, i + 1);
        }
        return i + 1;
    }

    private int name(String code, int i, int end, Ink ink) {
        int stop = Lexer.word(code, i, end, has(Trait.HYPHENS) ? "-" : "");
        String word = code.substring(i, stop);
        String known = has(Trait.ANY_CASE) ? word.toLowerCase(Locale.ROOT) : word;
        if (has(Trait.RUST) && stop < end && code.charAt(stop) == '!' && !Lexer.at(code, stop, end, "!=")) {
            return inked(ink, Ink.FUNCTION, i, stop + 1);
        }
        char kind = kind(code, known, i, stop, end);
        if (kind != 0) {
            ink.add(kind, i, stop);
        }
        return stop;
    }

    /** What a word is; 0 for just a name. */
    private char kind(String code, String word, int start, int stop, int end) {
        boolean member = start > 0 && code.charAt(start - 1) == '.';
        if (!member && grammar.words().keywords().contains(word)) {
            return Ink.KEYWORD;
        }
        if (grammar.words().types().contains(word)) {
            return Ink.TYPE;
        }
        if (has(Trait.KEYS) && isBeforeColon(code, stop, end)) {
            return Ink.KEY;
        }
        int next = Lexer.skipBlanks(code, stop, end);
        char following = next < end ? code.charAt(next) : 0;
        if (has(Trait.ASSIGNED_KEYS)
                && following == '='
                && !Lexer.at(code, next, end, "==")
                && isFirst(code, start, 0)) {
            return Ink.KEY;
        }
        if (has(Trait.CAPITAL_TYPES) && isCapital(word)) {
            return Ink.TYPE;
        }
        boolean called = (following == '(' && next == stop) || (has(Trait.CMDLETS) && word.indexOf('-') > 0);
        return called || grammar.words().functions().contains(word) ? Ink.FUNCTION : 0;
    }

    private static boolean isCapital(String word) {
        return Character.isUpperCase(word.charAt(0)) && word.chars().anyMatch(Character::isLowerCase);
    }
}
