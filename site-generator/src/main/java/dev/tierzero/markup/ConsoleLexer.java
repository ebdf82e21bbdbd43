package dev.tierzero.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the commands in a session: lines behind a prompt ({@code $ }, {@code # }, {@code > } or PowerShell's {@code PS …> }), with what
 * continues them (a backslash at the line's end, a here-document, an open quotation mark). All else is output.
 */
final class ConsoleLexer implements Lexer {

    /** Lines in which the end of a here-document or of a quotation is looked for. */
    private static final int LOOK_AHEAD = 400;

    private final Lexer shell;
    private final Lexer powershell;

    ConsoleLexer(Lexer shell, Lexer powershell) {
        this.shell = shell;
        this.powershell = powershell;
    }

    /**
     * A line of a session.
     *
     * @param number 0-based
     * @param start of the line
     * @param text index at which its text begins, behind the prompt
     * @param end of the line
     */
    record Line(int number, int start, int text, int end) {
        boolean hasPrompt() {
            return text > start;
        }
    }

    @Override
    public void scan(String code, int start, int end, Ink ink) {
        ink.console();
        commands(code, start, end).forEach(command -> command(code, command, ink));
    }

    /** The lines of each command, in order; what is between them is output. */
    static List<List<Line>> commands(String code, int start, int end) {
        List<Line> lines = lines(code, start, end);
        List<List<Line>> commands = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            int stop = lines.get(i).hasPrompt() ? commandEnd(code, lines, i) : i;
            if (stop > i) {
                commands.add(lines.subList(i, stop));
            }
            i = Math.max(stop, i + 1);
        }
        return commands;
    }

    private static List<Line> lines(String code, int start, int end) {
        List<Line> lines = new ArrayList<>();
        int from = start;
        while (from <= end) {
            int stop = Lexer.lineEnd(code, from, end);
            lines.add(new Line(lines.size(), from, from + prompt(code, from, stop), stop));
            from = stop + 1;
        }
        return lines;
    }

    /** The length of the prompt at the start of a line, with its space; 0 when there is none. */
    private static int prompt(String code, int start, int end) {
        if (start == end) {
            return 0;
        }
        char c = code.charAt(start);
        if (c == '$' || c == '#' || c == '>') {
            boolean alone = start + 1 == end;
            return alone ? 1 : code.charAt(start + 1) == ' ' ? 2 : 0;
        }
        if (Lexer.at(code, start, end, "PS ") || Lexer.at(code, start, end, "PS>")) {
            int close = code.indexOf('>', start);
            return close > 0 && close < end ? Math.min(end, close + 2) - start : 0;
        }
        return 0;
    }

    /** The index of the first line behind the command that starts at line {@code first}. */
    private static int commandEnd(String code, List<Line> lines, int first) {
        int i = first;
        while (i < lines.size()) {
            Line line = lines.get(i);
            String text = code.substring(line.text(), line.end());
            Optional<HereDocument> document = hereDocument(text);
            i++;
            if (document.isPresent()) {
                return documentEnd(code, lines, i, document.get());
            }
            boolean goesOn = text.endsWith("\\") && !text.endsWith("\\\\");
            if (!goesOn) {
                return quoteEnd(code, lines, first, i);
            }
        }
        return i;
    }

    private static Optional<HereDocument> hereDocument(String text) {
        int at = text.indexOf("<<");
        return at < 0 ? Optional.empty() : HereDocument.opening(text, at, text.length());
    }

    private static int documentEnd(String code, List<Line> lines, int from, HereDocument document) {
        for (int i = from; i < Math.min(lines.size(), from + LOOK_AHEAD); i++) {
            Line line = lines.get(i);
            if (document.isClosedBy(code.substring(line.start(), line.end()))
                    || document.isClosedBy(code.substring(line.text(), line.end()))) {
                return i + 1;
            }
        }
        return from;
    }

    /** When a quotation mark is open, the command goes on to the line that closes it, if that comes before the next prompt. */
    private static int quoteEnd(String code, List<Line> lines, int first, int from) {
        char quote = 0;
        for (int i = first; i < from; i++) {
            quote = openQuote(code, lines.get(i), quote);
        }
        int i = from;
        int stop = Math.min(lines.size(), from + LOOK_AHEAD);
        while (quote != 0
                && i < stop
                && (!lines.get(i).hasPrompt() || code.charAt(lines.get(i).start()) == '>')) {
            quote = openQuote(code, lines.get(i), quote);
            i++;
        }
        return quote == 0 ? i : from;
    }

    /** The quotation mark that is open behind a line; 0 for none. */
    private static char openQuote(String code, Line line, char before) {
        char quote = before;
        for (int i = line.text(); i < line.end(); i++) {
            char c = code.charAt(i);
            if (c == '\\' && quote != '\'') {
                i++;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return quote;
    }

    private void command(String code, List<Line> lines, Ink ink) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            ink.command(line.number());
            text.append(text.length() == 0 ? "" : "\n").append(code, line.text(), line.end());
        }
        boolean windows = code.charAt(lines.get(0).start()) == 'P';
        Ink tokens = new Ink();
        (windows ? powershell : shell).scan(text.toString(), 0, text.length(), tokens);
        place(lines, tokens, ink);
    }

    /** Puts the tokens of a command, whose lines are joined without prompts, to where they stand in the session. */
    private static void place(List<Line> lines, Ink tokens, Ink ink) {
        int offset = 0;
        int token = 0;
        for (Line line : lines) {
            int to = offset + line.end() - line.text();
            int shift = line.text() - offset;
            ink.add(Ink.PROMPT, line.start(), line.text());
            while (token < tokens.size() && tokens.start(token) < to) {
                int from = Math.max(tokens.start(token), offset);
                ink.add(tokens.kind(token), from + shift, Math.min(tokens.end(token), to) + shift);
                if (tokens.end(token) > to) {
                    break;
                }
                token++;
            }
            offset = to + 1;
        }
    }
}
