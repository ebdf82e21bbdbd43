package dev.tierzero.markup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Reads shell text as a shell does (POSIX.1-2017 §2.2 to §2.6, bash(1) QUOTING and EXPANSION) to tell how a value is quoted at each place.
 * What it cannot tell for sure is not safe. One text, one thread.
 */
final class ShellPlaces {

    /** Constructs within each other; nobody reads more. */
    private static final int DEEPEST = 30;

    private final String code;
    private final char mark;
    private final List<Place> places = new ArrayList<>();
    private final BitSet mixed = new BitSet();
    private final BitSet assigned = new BitSet();
    private final Deque<ShellDocument> documents = new ArrayDeque<>();
    private final ShellExpansion expansion;
    private ShellCommands commands;
    private Place unsure = Place.of(Quoting.BARE);
    private int depth;
    private int end;
    private int i;

    private ShellPlaces(String code, char mark) {
        this.code = code;
        this.mark = mark;
        this.end = code.length();
        this.commands = new ShellCommands(places, mixed, assigned);
        this.expansion = new ShellExpansion(this, mark);
    }

    /** The places of a text, in order: one for each {@code mark} in it. */
    static List<Place> of(String code, char mark) {
        ShellPlaces reading = new ShellPlaces(code, mark);
        reading.list(false);
        if (!reading.documents.isEmpty()) {
            reading.documents();
        }
        return reading.places;
    }

    boolean more() {
        return i < end;
    }

    char now() {
        return code.charAt(i);
    }

    /** The character so many behind this one; a line end where there is none. */
    char ahead(int count) {
        return i + count < end ? code.charAt(i + count) : '\n';
    }

    void step(int count) {
        i = Math.min(end, i + count);
    }

    /** Takes the mark that stands here. */
    void place(Place place) {
        boolean sure = unsure.isSafe();
        assigned.set(places.size(), commands.word().toString().indexOf('=') >= 0);
        places.add(sure ? place : unsure);
        commands.add(mark);
        step(1);
    }

    /** From here on nobody knows how the text is read. */
    void unsure(String problem, String hint) {
        unsure = Place.unsafe(problem, hint);
    }

    /** Reads commands to the end of the text, or to the bracket that closes them. */
    void list(boolean bracketed) {
        ShellCommands outer = commands;
        commands = new ShellCommands(places, mixed, assigned);
        int opened = places.size();
        boolean closed = !bracketed;
        if (++depth > DEEPEST) {
            unsure("it is nested too deeply", "divide the command");
        }
        while (i < end && depth <= DEEPEST) {
            boolean bracket = now() == ')';
            if (bracket) {
                commands.endPipeline();
                step(1);
            } else {
                next(now());
            }
            if (bracket && bracketed && !commands.isInCase()) {
                closed = true;
                break;
            }
        }
        commands.endPipeline();
        commands = outer;
        if (depth > DEEPEST) {
            leave();
        }
        depth--;
        if (!closed) {
            unclosed(opened, "a bracket");
        }
    }

    /** Marks in what is left are not safe. */
    private void leave() {
        while (i < end) {
            if (now() == mark) {
                place(unsure);
            } else {
                step(1);
            }
        }
    }

    private void next(char c) {
        switch (c) {
            case ' ', '\t' -> {
                commands.endWord();
                step(1);
            }
            case '\n' -> newline();
            case ';', '&' -> {
                commands.endPipeline();
                step(1);
            }
            case '|' -> bar();
            case '(' -> bracket();
            case '<', '>' -> redirection();
            case '#' -> numberSign();
            default -> inWord(c);
        }
    }

    /** Reads a part of a word that stands in no quotation marks. */
    void inWord(char c) {
        switch (c) {
            case '\'' -> single();
            case '"' -> doubled();
            case '`' -> backquoted();
            case '\\' -> backslash();
            case '$' -> expansion.dollar(false);
            default -> {
                if (c == mark) {
                    place(bare());
                } else {
                    commands.add(c);
                    step(1);
                }
            }
        }
    }

    private void newline() {
        commands.endPipeline();
        step(1);
        documents();
    }

    private void bar() {
        if (ahead(1) == '|') {
            commands.endPipeline();
            step(2);
            return;
        }
        commands.endCommand();
        step(ahead(1) == '&' ? 2 : 1);
        while (i < end && (now() == ' ' || now() == '\t')) {
            step(1);
        }
        if (i < end && now() == '\n') {
            step(1);
            documents();
        }
    }

    private void bracket() {
        if (ahead(1) == '(' && !commands.inWord()) {
            step(2);
            expansion.arithmetic(')', 2);
        } else {
            step(1);
            list(true);
        }
        commands.add('(');
    }

    private void numberSign() {
        if (commands.inWord()) {
            inWord('#');
            return;
        }
        int stop = Lexer.lineEnd(code, i, end);
        while (i < stop) {
            if (now() == mark) {
                // Shells that were told so take a comment for a command.
                place(Place.of(Quoting.VERBATIM));
            } else {
                step(1);
            }
        }
        commands.endPipeline();
    }

    private void redirection() {
        boolean twice = now() == '<' && ahead(1) == '<';
        if (ahead(1) == '(') {
            step(2);
            list(true);
            commands.add('(');
        } else if (twice && ahead(2) != '<') {
            commands.endWord();
            step(2);
            opening();
        } else {
            commands.endWord();
            step(twice ? 3 : 1);
            while (i < end && "<>&|".indexOf(now()) >= 0) {
                step(1);
            }
        }
    }

    private void opening() {
        boolean indented = i < end && now() == '-';
        step(indented ? 1 : 0);
        while (i < end && (now() == ' ' || now() == '\t')) {
            step(1);
        }
        StringBuilder word = new StringBuilder();
        boolean literal = false;
        while (i < end && " \t\n;|&()<>".indexOf(now()) < 0) {
            boolean quote = "'\"\\".indexOf(now()) >= 0;
            literal |= quote;
            if (now() == mark) {
                place(Place.unsafe("it would be the end of a here-document", "write a word such as EOF there"));
                continue;
            }
            if (!quote) {
                word.append(now());
            }
            step(1);
        }
        if (word.length() > 0) {
            ShellDocument document = new ShellDocument(word.toString(), indented, literal);
            documents.add(document);
            commands.opens(document);
        }
    }

    /** Reads the here-documents that are open at the beginning of a line. */
    private void documents() {
        while (!documents.isEmpty()) {
            document(documents.remove());
        }
    }

    private void document(ShellDocument document) {
        int opened = places.size();
        int outer = end;
        int stop = i;
        boolean closed = false;
        while (stop < outer && !closed) {
            int line = Lexer.lineEnd(code, stop, outer);
            closed = document.isClosedBy(code.substring(stop, line));
            stop = closed ? stop : line + 1;
        }
        end = Math.min(stop, outer);
        while (i < end) {
            char c = now();
            if (c == mark) {
                int start = code.lastIndexOf('\n', i - 1) + 1;
                place(document.place(code.substring(start, Lexer.lineEnd(code, i, end)), i - start, mark));
            } else if (document.isLiteral()) {
                step(1);
            } else {
                expansion.inQuotes(c, "a here-document");
            }
        }
        commands.forget();
        end = outer;
        i = closed ? Lexer.lineEnd(code, i, end) : end;
        if (!closed) {
            unclosed(opened, "a here-document");
        }
    }

    private void backslash() {
        if (ahead(1) == mark) {
            step(1);
            place(Place.unsafe("a backslash stands before it", "take the backslash away"));
            return;
        }
        if (ahead(1) != '\n') {
            commands.add(ahead(1));
        }
        step(2);
    }

    private void single() {
        int opened = places.size();
        int close = code.indexOf('\'', i + 1);
        quoted(Place.of(Quoting.SINGLE), close < 0 ? end : close);
        if (close < 0 || close >= end) {
            unclosed(opened, "a quotation mark");
        }
    }

    /** Reads {@code $'…'}, at its quotation mark. */
    void ansi() {
        int opened = places.size();
        int close = i + 1;
        while (close < end && code.charAt(close) != '\'') {
            close += code.charAt(close) == '\\' ? 2 : 1;
        }
        int from = i;
        quoted(Place.of(Quoting.ANSI), Math.min(close, end));
        for (int k = from; k < i; k++) {
            if (code.charAt(k) == '\\' && code.charAt(Math.min(++k, end - 1)) == mark) {
                unclosed(opened, "an escape sequence");
            }
        }
        if (close >= end) {
            unclosed(opened, "a quotation mark");
        }
    }

    private void quoted(Place place, int close) {
        int opened = places.size();
        int stop = Math.min(close, end);
        boolean text = stop - i > 2;
        step(1);
        while (i < stop) {
            if (now() == mark) {
                place(place);
            } else {
                commands.add(now());
                step(1);
            }
        }
        commands.endQuote();
        step(1);
        mixed.set(opened, places.size(), text);
    }

    /** Reads what stands in double quotation marks, at the first of them. */
    void doubled() {
        int opened = places.size();
        int from = i;
        step(1);
        while (i < end && now() != '"') {
            if (now() == mark) {
                place(Place.of(Quoting.DOUBLE));
            } else {
                expansion.inQuotes(now(), "double quotation marks");
            }
        }
        commands.endQuote();
        mixed.set(opened, places.size(), i - from > 2);
        if (i >= end) {
            unclosed(opened, "a quotation mark");
        }
        step(1);
    }

    /** Reads a command in backquotes: within them each shell takes backslashes and quotation marks in its own way. */
    void backquoted() {
        int opened = places.size();
        step(1);
        while (i < end && now() != '`') {
            if (now() == mark) {
                place(Place.unsafe("it stands in backquotes", "write $(…) in place of the backquotes"));
            } else {
                step(now() == '\\' && ahead(1) != mark ? 2 : 1);
            }
        }
        commands.endQuote();
        if (i >= end) {
            unclosed(opened, "a backquote");
        }
        step(1);
    }

    /** The places since something was opened that nothing closes. */
    private void unclosed(int opened, String what) {
        Place open = Place.unsafe(what + " is not closed", "close it: nobody can say how a shell reads this command");
        for (int k = opened; k < places.size(); k++) {
            places.set(k, open);
        }
    }

    private Place bare() {
        CharSequence word = commands.word();
        int bracket = word.toString().indexOf('[');
        boolean subscript = bracket > 0 && Lexer.word(word.toString(), 0, bracket, "") == bracket;
        boolean beside = word.toString().matches("(?s).*[{\\[~].*") || "<>".indexOf(ahead(1)) >= 0;
        boolean named = ahead(1) == '=' && word.length() == 0 && commands.isCommandNext();
        if (named) {
            return Place.unsafe("it would be the name of a variable", "write the name of the variable out");
        }
        boolean quoted = beside || expansion.isBehindName(code, i);
        return Place.of(subscript ? Quoting.NUMBER : quoted ? Quoting.WORD : Quoting.BARE);
    }

    ShellCommands commands() {
        return commands;
    }
}
