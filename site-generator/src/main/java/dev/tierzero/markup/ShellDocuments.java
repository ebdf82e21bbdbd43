package dev.tierzero.markup;

import java.util.ArrayDeque;
import java.util.Deque;

/** Reads here-documents (POSIX.1-2017 §2.7.4), for {@link ShellPlaces}: they begin on the line behind the command that opens them. */
final class ShellDocuments {

    private final ShellCursor text;
    private final ShellExpansion expansion;
    private final Deque<ShellDocument> open = new ArrayDeque<>();

    ShellDocuments(ShellCursor text, ShellExpansion expansion) {
        this.text = text;
        this.expansion = expansion;
    }

    /** Reads the word behind {@code <<}. */
    void opening() {
        boolean indented = text.ahead(0) == '-';
        text.step(indented ? 1 : 0);
        text.blanks();
        StringBuilder word = new StringBuilder();
        boolean literal = false;
        while (text.more() && " \t\n;|&()<>".indexOf(text.now()) < 0) {
            if (text.isMark()) {
                text.place(Place.unsafe("it would be the end of a here-document", "write a word such as EOF there"));
                continue;
            }
            boolean quote = "'\"\\".indexOf(text.now()) >= 0;
            literal |= quote;
            word.append(quote ? "" : text.now());
            text.step(1);
        }
        if (word.length() > 0) {
            ShellDocument document = new ShellDocument(word.toString(), indented, literal);
            open.add(document);
            text.commands().opens(document);
        }
    }

    /** Reads those that are open, at the beginning of a line or the end of the text. */
    void read() {
        while (!open.isEmpty()) {
            read(open.remove());
        }
    }

    private void read(ShellDocument document) {
        int opened = text.places().size();
        int outer = text.end();
        int start = text.index();
        int stop = start;
        boolean closed = false;
        while (stop < outer && !closed) {
            int line = Lexer.lineEnd(text.code(), stop, outer);
            closed = document.isClosedBy(text.code().substring(stop, line));
            stop = closed ? stop : line + 1;
        }
        text.end(Math.min(stop, outer));
        while (text.more()) {
            if (text.isMark()) {
                place(document, start);
            } else if (document.isLiteral()) {
                text.step(1);
            } else {
                expansion.inQuotes("a here-document");
            }
        }
        text.readAgain(document, opened);
        text.commands().forget();
        text.end(outer);
        text.move(closed ? Lexer.lineEnd(text.code(), text.index(), outer) : outer);
        if (!closed) {
            text.unclosed(opened, "a here-document");
        }
    }

    private void place(ShellDocument document, int begin) {
        int at = text.index();
        int start = text.code().lastIndexOf('\n', at - 1) + 1;
        String line = text.code().substring(start, Lexer.lineEnd(text.code(), at, text.end()));
        text.place(document.place(line, at - start, text.mark()), begin);
    }
}
