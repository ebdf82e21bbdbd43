package dev.tierzero.runbook.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of shell text, read as far as quotation marks, comments and here-documents go.
 *
 * @param text it
 * @param marks by character: {@code ' '} plain, {@code '"'} and {@code '\''} quoted, {@code '#'} comment, {@code '<'} here-document
 * @param openQuote the quotation mark that nothing closes
 * @param openAt index of that mark
 * @param openDocument the word that should end a here-document, and does not
 */
record ShellText(String text, String marks, Optional<Character> openQuote, int openAt, Optional<String> openDocument) {

    private static final Pattern DOCUMENT = Pattern.compile("<<(-?)\\s*([\"']?)([A-Za-z_]\\w*)\\2");

    static ShellText of(String text) {
        return new Scan(text).read();
    }

    /** The text with blanks for comments, here-documents and what stands in single quotation marks. */
    String withoutLiterals() {
        return with(" \"");
    }

    /** The text with blanks for comments. */
    String withoutComments() {
        return with(" \"'<");
    }

    private String with(String kept) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            if (kept.indexOf(marks.charAt(i)) < 0 && out.charAt(i) != '\n') {
                out.setCharAt(i, ' ');
            }
        }
        return out.toString();
    }

    /** Reads once from left to right. */
    private static final class Scan {
        private final String text;
        private final StringBuilder marks = new StringBuilder();
        private final List<Matcher> documents = new ArrayList<>();
        private char quote = ' ';
        private int openAt = -1;
        private Optional<String> openDocument = Optional.empty();

        Scan(String text) {
            this.text = text;
        }

        ShellText read() {
            while (marks.length() < text.length()) {
                next();
            }
            documents.stream().findFirst().ifPresent(document -> openDocument = Optional.of(document.group(3)));
            Optional<Character> open = quote == ' ' ? Optional.empty() : Optional.of(quote);
            return new ShellText(text, marks.toString(), open, openAt, openDocument);
        }

        private void next() {
            int i = marks.length();
            char c = text.charAt(i);
            if (c == '\n' && quote == ' ' && !documents.isEmpty()) {
                marks.append(' ');
                documents();
            } else if (c == '\\' && quote != '\'' && i + 1 < text.length()) {
                marks.append(quote).append(quote);
            } else if (quote != ' ') {
                marks.append(quote);
                quote = c == quote ? ' ' : quote;
            } else if (c == '"' || c == '\'') {
                marks.append(c);
                quote = c;
                openAt = i;
            } else if (c == '#' && (i == 0 || " \t\n;&|(".indexOf(text.charAt(i - 1)) >= 0)) {
                fill('#', lineEnd(i));
            } else {
                document(i);
                marks.append(' ');
            }
        }

        private void document(int i) {
            Matcher matcher = DOCUMENT.matcher(text);
            boolean two =
                    text.startsWith("<<", i) && !text.startsWith("<<<", i) && (i == 0 || text.charAt(i - 1) != '<');
            if (two && matcher.region(i, text.length()).lookingAt()) {
                documents.add(matcher);
            }
        }

        /** Passes over the here-documents whose words stood on the line before. */
        private void documents() {
            while (!documents.isEmpty()) {
                Matcher document = documents.remove(0);
                if (!document(document)) {
                    openDocument = Optional.of(document.group(3));
                    documents.clear();
                    fill('<', text.length());
                }
            }
        }

        private boolean document(Matcher document) {
            while (marks.length() < text.length()) {
                int end = lineEnd(marks.length());
                String line = text.substring(marks.length(), end);
                fill('<', Math.min(text.length(), end + 1));
                if ((document.group(1).isEmpty() ? line.stripTrailing() : line.strip()).equals(document.group(3))) {
                    return true;
                }
            }
            return false;
        }

        private int lineEnd(int from) {
            int end = text.indexOf('\n', from);
            return end < 0 ? text.length() : end;
        }

        private void fill(char mark, int end) {
            while (marks.length() < end) {
                marks.append(mark);
            }
        }
    }
}
