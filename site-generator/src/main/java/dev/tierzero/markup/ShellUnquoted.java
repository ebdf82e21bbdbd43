package dev.tierzero.markup;

/** Reads what stands in no quotation marks, for {@link ShellPlaces}. */
final class ShellUnquoted {

    private final ShellCursor text;
    private final ShellExpansion expansion;
    private final ShellQuotes quotes;

    ShellUnquoted(ShellCursor text, ShellExpansion expansion, ShellQuotes quotes) {
        this.text = text;
        this.expansion = expansion;
        this.quotes = quotes;
    }

    /** Reads a part of a word. */
    void read(char c) {
        switch (c) {
            case '\'' -> quotes.single();
            case '"' -> quotes.doubled();
            case '`' -> quotes.backquoted();
            case '\\' -> backslash();
            case '$' -> expansion.dollar(false);
            default -> {
                if (text.isMark()) {
                    text.place(bare());
                } else {
                    text.add();
                }
            }
        }
    }

    private void backslash() {
        if (text.isMark(1)) {
            text.step(1);
            text.place(Place.unsafe("a backslash stands before it", "take the backslash away"));
            return;
        }
        if (text.ahead(1) == '\n') {
            text.continuation();
            return;
        }
        text.commands().add(text.ahead(1));
        text.commands().endQuote();
        text.step(2);
    }

    private Place bare() {
        String word = text.commands().word().toString();
        boolean first = text.commands().isCommandNext() && word.isEmpty();
        if (first && text.ahead(1) == '=') {
            return Place.unsafe("it would be the name of a variable", "write the name of the variable out");
        }
        if (word.matches("(?s)(?:.*[=:])?~[^/]*")) {
            return Place.unsafe("zsh takes a name behind ~ for a user even in quotation marks", "write the folder out");
        }
        if (isInRange(word)) {
            return Place.of(Quoting.NUMBER);
        }
        boolean beside = word.matches("(?s).*[{\\[~].*") || text.isBeforeSign();
        // Plain words may be reserved there, or aliases.
        boolean reserved = first || text.commands().isInCase();
        return Place.of(beside || reserved || text.isBehindVariable() ? Quoting.WORD : Quoting.BARE);
    }

    /** Whether it is the end of a range such as {@code {1..9}}, which shells do not look for behind quotation marks. */
    private boolean isInRange(String word) {
        boolean ends = text.ahead(1) == '.' && text.ahead(2) == '.';
        return word.matches("(?s).*\\{[^{},]*\\.\\.") || (ends && word.matches("(?s).*\\{[^{},.]*"));
    }
}
