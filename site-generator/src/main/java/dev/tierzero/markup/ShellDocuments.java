package dev.tierzero.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Reads here-documents (POSIX.1-2017 §2.7.4), for {@link ShellPlaces}: they begin on the line behind the command that opens them. */
final class ShellDocuments {

    /** Words that every shell reads alike. */
    private static final Pattern WORD =
            Pattern.compile("[^'\"\\\\$`]+|'[^'\"\\\\]+'|\"[^'\"\\\\$`]+\"|\\\\[^'\"\\\\$`]+");

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
        int start = text.index();
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
        if (!WORD.matcher(text.code().substring(start, text.index())).matches()) {
            text.unsure("shells disagree which line ends the here-document", "write a word such as EOF or 'EOF' there");
        }
        if (word.length() > 0) {
            ShellDocument document = new ShellDocument(word.toString(), indented, literal);
            open.add(document);
            text.commands().opens(document);
        }
    }

    /** Whether one is open. */
    boolean isWaiting() {
        return !open.isEmpty();
    }

    /** Begins a text of its own, in which those that are open are not read. */
    List<ShellDocument> suspend() {
        List<ShellDocument> waiting = List.copyOf(open);
        open.clear();
        return waiting;
    }

    /** Ends such a text: whether one that it opened is still to be read. */
    boolean resume(List<ShellDocument> waiting) {
        boolean left = isWaiting();
        open.clear();
        open.addAll(waiting);
        return left;
    }

    /** Reads those that are open, at the beginning of a line or the end of the text. */
    void read() {
        for (ShellDocument document : suspend()) {
            read(document);
            resume(List.of());
        }
    }

    private void read(ShellDocument document) {
        int opened = text.places().size();
        int outer = text.end();
        int start = text.index();
        int stop = start;
        boolean closed = false;
        while (stop < outer && !closed) {
            int line = document.lineEnd(text.code(), stop, outer);
            String shown = text.code().substring(stop, line);
            closed = document.isClosedBy(shown);
            stop = closed ? stop : line + 1;
            if (document.isPerhapsClosedBy(shown)) {
                text.unsure("shells disagree where the here-document ends", "write its last word in one line");
            }
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
        int start = begin;
        int end = document.lineEnd(text.code(), start, text.end());
        while (end < at) {
            start = end + 1;
            end = document.lineEnd(text.code(), start, text.end());
        }
        text.place(document.place(text.code().substring(start, end), at - start, text.mark()), begin);
    }
}
