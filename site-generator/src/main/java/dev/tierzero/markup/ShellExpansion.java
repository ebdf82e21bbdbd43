package dev.tierzero.markup;

/** Reads what a dollar sign begins, for {@link ShellPlaces}: variables, commands, arithmetic. */
final class ShellExpansion {

    private static final String SPECIAL = "@*#?!$-";
    private static final Place NAME = Place.unsafe("a dollar sign stands before it", "take the dollar sign away");

    private final ShellPlaces reading;
    private final char mark;

    ShellExpansion(ShellPlaces reading, char mark) {
        this.reading = reading;
        this.mark = mark;
    }

    /** Whether an index stands right behind {@code $NAME}: a value would become part of the name. */
    boolean isBehindName(String code, int at) {
        int start = at;
        while (start > 0 && (Lexer.isWord(code.charAt(start - 1)))) {
            start--;
        }
        return start < at && start > 0 && code.charAt(start - 1) == '$';
    }

    /** Reads a character that is neither a mark nor the end, where text stands in double quotation marks or as if it did. */
    void inQuotes(char c, String where) {
        if (c == '\\') {
            escape(where);
        } else if (c == '$') {
            dollar(true);
        } else if (c == '`') {
            reading.backquoted();
        } else {
            reading.commands().add(c);
            reading.step(1);
        }
    }

    private void escape(String where) {
        if (reading.ahead(1) == mark) {
            reading.step(1);
            reading.place(Place.unsafe("a backslash stands before it in " + where, "take the backslash away"));
        } else {
            reading.step(2);
        }
    }

    /** Reads an expansion at its dollar sign. */
    void dollar(boolean quoted) {
        char next = reading.ahead(1);
        if (next == mark) {
            reading.step(1);
            reading.place(NAME);
        } else if (next == '(' && reading.ahead(2) == '(') {
            reading.step(3);
            arithmetic(')', 2);
        } else if (next == '(') {
            reading.step(2);
            reading.list(true);
        } else if (next == '[') {
            reading.step(2);
            arithmetic(']', 1);
        } else if (next == '{') {
            braces(quoted);
        } else if (next == '\'' && !quoted) {
            reading.step(1);
            reading.ansi();
        } else {
            variable(quoted);
        }
        reading.commands().endQuote();
    }

    private void variable(boolean quoted) {
        reading.commands().add('$');
        reading.step(1);
        if (SPECIAL.indexOf(reading.ahead(0)) >= 0) {
            reading.step(1);
            return;
        }
        boolean name = false;
        while (reading.more() && Lexer.isWord(reading.now()) && reading.now() < 0x80) {
            reading.commands().add(reading.now());
            reading.step(1);
            name = true;
        }
        if (quoted && name && reading.more() && reading.now() == mark) {
            reading.place(Place.unsafe(
                    "the name of a variable stands before it, and a value would go on with the name",
                    "write the variable in braces: ${NAME}"));
        }
    }

    /** Reads arithmetic to the brackets that close it. */
    void arithmetic(char close, int brackets) {
        char open = close == ')' ? '(' : '[';
        int depth = brackets;
        while (reading.more()) {
            char c = reading.now();
            if (c == mark) {
                reading.place(Place.of(Quoting.NUMBER));
                continue;
            }
            if (c == '$') {
                dollar(true);
                continue;
            }
            if ("'\"`\\".indexOf(c) >= 0) {
                reading.unsure(
                        "shells disagree how to read quotation marks in arithmetic", "take them out of the arithmetic");
            }
            depth += c == open ? 1 : c == close ? -1 : 0;
            reading.step(1);
            boolean subshell = c == close && depth == 1 && brackets == 2 && reading.ahead(0) != close;
            if (subshell) {
                reading.list(true);
                return;
            }
            if (depth == 0) {
                return;
            }
        }
        reading.unsure("arithmetic is not closed", "close its brackets");
    }

    /** Reads <code>${…}</code>. */
    private void braces(boolean quoted) {
        reading.step(2);
        while (reading.more() && (Lexer.isWord(reading.now()) || SPECIAL.indexOf(reading.now()) >= 0)) {
            // "-" and "#" may be a name and an operator: behind a name they are the operator.
            boolean operator = "#-?".indexOf(reading.now()) >= 0 && Lexer.isWord(reading.ahead(-1));
            if (operator) {
                break;
            }
            reading.step(1);
        }
        Place place = operand(quoted);
        while (reading.more() && reading.now() != '}') {
            char c = reading.now();
            if (c == mark) {
                reading.place(place);
            } else if (!quoted && place.isSafe()) {
                reading.inWord(c);
            } else {
                if (c == '\'' || c == '"') {
                    reading.unsure(
                            "shells disagree how to read quotation marks in ${…}",
                            "set the variable in a line of its own, and use it here");
                }
                inQuotes(c, "${…}");
            }
        }
        reading.step(1);
    }

    private Place operand(boolean quoted) {
        char c = reading.ahead(0);
        char second = c == ':' ? reading.ahead(1) : c;
        boolean word = "-=?+".indexOf(second) >= 0 || c == '#' || c == '%';
        if (quoted || !word) {
            return Place.unsafe(
                    "it stands in ${…}, where it cannot be quoted",
                    "set a variable in a line of its own, and use that here");
        }
        return Place.of(Quoting.WORD);
    }
}
