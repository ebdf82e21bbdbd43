package dev.tierzero.markup;

import java.util.List;

/**
 * Reads shell text as a shell does (POSIX.1-2017 §2.2 to §2.7, bash(1) QUOTING and EXPANSION) to tell how a value is quoted at each place.
 * What it cannot tell for sure is not safe. One text, one thread.
 */
final class ShellPlaces {

    /** Constructs within each other; nobody reads more. */
    private static final int DEEPEST = 30;

    private final ShellCursor text;
    private final ShellExpansion expansion;
    private final ShellQuotes quotes;
    private final ShellUnquoted unquoted;
    private final ShellDocuments documents;
    private int depth;

    private ShellPlaces(ShellCursor text) {
        this.text = text;
        this.expansion = new ShellExpansion(text, this);
        this.quotes = new ShellQuotes(text, expansion);
        this.unquoted = new ShellUnquoted(text, expansion, quotes);
        this.documents = new ShellDocuments(text, expansion);
    }

    /** The places of a text, in order: one for each {@code mark} in it. */
    static List<Place> of(String code, char mark) {
        ShellCursor text = new ShellCursor(code, mark);
        ShellPlaces reading = new ShellPlaces(text);
        reading.list(false);
        reading.documents.read();
        return text.read();
    }

    ShellQuotes quotes() {
        return quotes;
    }

    /** Reads commands to the end of the text, or to the bracket that closes them. */
    void list(boolean bracketed) {
        list(bracketed, false);
    }

    private void list(boolean bracketed, boolean array) {
        ShellCommands outer = text.begin();
        text.commands().inArray(array);
        int opened = text.places().size();
        boolean closed = !bracketed;
        deeper();
        while (text.more()) {
            boolean bracket = text.now() == ')' && !text.commands().isConditional();
            if (bracket) {
                text.commands().endPipeline();
                text.step(1);
            } else {
                if (text.commands().isConditional()) {
                    inCondition(text.now());
                } else {
                    next(text.now());
                }
            }
            if (bracket && bracketed && !text.commands().isInCase()) {
                closed = true;
                break;
            }
        }
        text.commands().endPipeline();
        text.back(outer, opened);
        higher();
        if (!closed) {
            text.unclosed(opened, "a bracket");
        }
    }

    /** Reads the commands whose output stands in the text: here-documents of theirs end there, and those opened before do not begin there. */
    void substitution() {
        var waiting = documents.suspend();
        list(true);
        if (documents.resume(waiting)) {
            text.unsure("a here-document begins behind the bracket of its command", "end it before the bracket");
        }
    }

    /** Begins something within something; too deep, nothing in what is left is safe. */
    void deeper() {
        if (++depth <= DEEPEST) {
            return;
        }
        text.unsure("it is nested too deeply", "divide the command");
        while (text.more()) {
            if (text.isMark()) {
                text.place(Place.of(Quoting.VERBATIM));
            } else {
                text.step(1);
            }
        }
    }

    /** Ends what {@link #deeper} began. */
    void higher() {
        depth--;
    }

    private void next(char c) {
        switch (c) {
            case ' ', '\t' -> {
                text.commands().endWord();
                text.step(1);
            }
            case '\n' -> newline();
            case ';', '&' -> ending(c);
            case '|' -> bar();
            case '(' -> bracket();
            case '<', '>' -> redirection();
            case '#' -> numberSign();
            default -> inWord(c);
        }
    }

    /** Between {@code [[} and {@code ]]} signs are operators, and lines end nothing. */
    private void inCondition(char c) {
        boolean substitution = (c == '<' || c == '>') && text.ahead(1) == '(';
        boolean comment = c == '#' && !text.commands().inWord();
        if (comment || (c == '\n' && documents.isWaiting())) {
            text.unsure(
                    "shells disagree what this is within [[ … ]]", "write the condition in one line, without comments");
        }
        if (substitution) {
            redirection();
        } else if (" \t\n;&|()<>".indexOf(c) >= 0) {
            text.commands().endWord();
            text.step(text.commands().isConditional() ? 1 : 0);
        } else {
            inWord(c);
        }
    }

    /** Reads a part of a word that stands in no quotation marks. */
    void inWord(char c) {
        unquoted.read(c);
    }

    private void newline() {
        text.commands().endPipeline();
        text.step(1);
        documents.read();
    }

    private void ending(char c) {
        boolean both = c == '&' && text.ahead(1) == '>';
        if (both) {
            text.commands().endWord();
            text.step(1);
            redirection();
        } else {
            text.commands().endPipeline();
            text.step(1);
        }
    }

    private void bar() {
        if (text.ahead(1) == '|') {
            text.commands().endPipeline();
            text.step(2);
            return;
        }
        text.commands().endCommand();
        text.step(text.ahead(1) == '&' ? 2 : 1);
        text.blanks();
        while (text.more() && text.now() == '\n') {
            text.step(1);
            documents.read();
        }
    }

    private void bracket() {
        boolean inWord = text.commands().inWord();
        if (text.ahead(1) == '(' && !inWord) {
            text.step(2);
            expansion.arithmetic(')', 2);
        } else {
            text.step(1);
            list(true, text.commands().isArray());
        }
        text.commands().endBracket(inWord);
    }

    private void numberSign() {
        if (text.commands().inWord()) {
            inWord('#');
            return;
        }
        while (text.more() && text.now() != '\n') {
            if (text.isMark()) {
                // Shells that were told so take a comment for a command.
                text.place(Place.of(Quoting.VERBATIM));
            } else {
                text.step(1);
            }
        }
        text.commands().forget();
    }

    private void redirection() {
        boolean twice = text.now() == '<' && text.ahead(1) == '<';
        boolean output = text.now() == '>' && text.ahead(1) != '&';
        if (text.ahead(1) == '(') {
            text.step(2);
            substitution();
            text.commands().add('(');
            return;
        }
        text.commands().endDescriptor();
        if (twice && text.ahead(2) != '<') {
            text.step(2);
            documents.opening();
            return;
        }
        if (twice) {
            text.commands().hereString();
        }
        text.step(twice ? 3 : 1);
        while (text.more() && "<>&|".indexOf(text.now()) >= 0) {
            text.step(1);
        }
        text.commands().redirects(output);
    }
}
