package dev.tierzero.markup;

/** Reads what a dollar sign begins, for {@link ShellPlaces}: variables, commands, arithmetic. */
final class ShellExpansion {

    private static final Place NAME = Place.unsafe("a dollar sign stands before it", "take the dollar sign away");

    private final ShellCursor text;
    private final ShellPlaces reading;

    ShellExpansion(ShellCursor text, ShellPlaces reading) {
        this.text = text;
        this.reading = reading;
    }

    /** Reads a character that is neither a mark nor the end, where text stands in double quotation marks or as if it did. */
    void inQuotes(String where) {
        char c = text.now();
        if (c == '\\') {
            escape(where);
        } else if (c == '$') {
            dollar(true);
        } else if (c == '`') {
            reading.quotes().backquoted();
        } else {
            text.add();
        }
    }

    private void escape(String where) {
        if (text.isMark(1)) {
            text.step(1);
            text.place(Place.unsafe("a backslash stands before it in " + where, "take the backslash away"));
        } else if (text.ahead(1) == '\n') {
            text.continuation();
        } else {
            // What a program would make of a backslash, nobody needs to know: it is there.
            text.commands().add(text.ahead(1));
            text.step(2);
        }
    }

    /** Reads an expansion at its dollar sign. */
    void dollar(boolean quoted) {
        char next = text.ahead(1);
        boolean computed = next == '(' || next == '[' || next == '{';
        if (computed) {
            text.commands().add('$');
        }
        if (text.isMark(1)) {
            text.step(1);
            text.place(NAME);
        } else if (next == '(' && text.ahead(2) == '(') {
            text.step(3);
            arithmetic(')', 2);
        } else if (next == '(') {
            text.step(2);
            reading.substitution();
        } else if (next == '[') {
            text.step(2);
            arithmetic(']', 1);
        } else if (next == '{') {
            braces(quoted);
        } else if (next == '\'' && !quoted) {
            text.step(1);
            reading.quotes().ansi();
        } else {
            variable(quoted);
        }
        text.commands().endQuote();
    }

    private void variable(boolean quoted) {
        text.commands().add('$');
        text.step(1);
        boolean special = ShellCursor.SPECIAL.indexOf(text.ahead(0)) >= 0;
        if (text.ahead(0) == '$' && "({[".indexOf(text.ahead(1)) >= 0) {
            text.unsure("bash reads $$ before a bracket in two ways", "put something between them");
        }
        if (special) {
            text.add();
        }
        while (!special && text.more() && Lexer.isWord(text.now()) && text.now() < 0x80) {
            text.add();
        }
        // In zsh a colon behind a name begins what is to be done with the value.
        if (quoted && text.ahead(0) == ':' && text.isMark(1) && text.isBehindVariable()) {
            text.add();
        }
        if (quoted && text.isMark() && text.isBehindVariable()) {
            text.place(Place.unsafe(
                    "the name of a variable stands before it, and a value would go on with the name",
                    "write the variable in braces: ${NAME}"));
        }
    }

    /** Reads arithmetic to the brackets that close it. */
    void arithmetic(char close, int brackets) {
        char open = close == ')' ? '(' : '[';
        int depth = brackets;
        while (text.more()) {
            char c = text.now();
            if (text.isMark()) {
                text.place(Place.of(Quoting.NUMBER));
                continue;
            }
            if (c == '$') {
                int opened = text.places().size();
                dollar(true);
                text.numbers(opened);
                continue;
            }
            if ("'\"`\\".indexOf(c) >= 0) {
                text.unsure(
                        "shells disagree how to read quotation marks in arithmetic", "take them out of the arithmetic");
            }
            depth += c == open ? 1 : c == close ? -1 : 0;
            text.step(1);
            boolean subshell = c == close && depth == 1 && brackets == 2 && text.ahead(0) != close;
            if (subshell) {
                reading.list(true);
                return;
            }
            if (depth == 0) {
                return;
            }
        }
        text.unsure("arithmetic is not closed", "close its brackets");
    }

    /** Reads <code>${…}</code>. */
    private void braces(boolean quoted) {
        reading.deeper();
        text.step(2);
        while (text.more() && (Lexer.isWord(text.now()) || ShellCursor.SPECIAL.indexOf(text.now()) >= 0)) {
            // "-" and "#" may be a name and an operator: behind a name they are the operator.
            boolean operator = "#-?".indexOf(text.now()) >= 0 && Lexer.isWord(text.ahead(-1));
            if (operator) {
                break;
            }
            text.step(1);
        }
        Place place = operand(quoted);
        while (text.more() && text.now() != '}') {
            char c = text.now();
            if (text.isMark()) {
                text.place(place);
            } else if (!quoted && place.isSafe()) {
                reading.inWord(c);
            } else {
                if (c == '\'' || c == '"') {
                    text.unsure(
                            "shells disagree how to read quotation marks in ${…}",
                            "set the variable in a line of its own, and use it here");
                }
                inQuotes("${…}");
            }
        }
        text.step(1);
        reading.higher();
    }

    private Place operand(boolean quoted) {
        char c = text.ahead(0);
        char second = c == ':' ? text.ahead(1) : c;
        // What "=" gives to a variable is divided at its blanks when it comes out again.
        boolean word = "-?+".indexOf(second) >= 0 || c == '#' || c == '%';
        if (quoted || !word) {
            return Place.unsafe(
                    "it stands in ${…}, where it cannot be quoted",
                    "set a variable in a line of its own, and use that here");
        }
        return Place.of(Quoting.WORD);
    }
}
