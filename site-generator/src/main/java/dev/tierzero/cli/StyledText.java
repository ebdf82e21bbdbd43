package dev.tierzero.cli;

import dev.tierzero.query.Answer;
import java.util.BitSet;
import java.util.List;

/** Text of which some is bold, broken into lines. */
final class StyledText {

    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final StringBuilder text = new StringBuilder();
    private final BitSet bold = new BitSet();

    /** What is in the text cannot steer the terminal, and every white space is a blank. */
    static StyledText of(List<Answer.Run> runs, boolean styles) {
        StyledText styled = new StyledText();
        for (Answer.Run run : runs) {
            int from = styled.text.length();
            styled.text.append(Printable.of(run.text().replaceAll("\\s", " ")));
            styled.bold.set(from, styled.text.length(), styles && run.matched());
        }
        return styled;
    }

    boolean isBlank() {
        return text.toString().isBlank();
    }

    /**
     * Lines of at most so many characters, broken at blanks; a longer word has a line of its own.
     *
     * @param indent before each
     */
    String lines(String indent, int width) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = end(at, width - indent.length());
            if (!text.substring(at, end).isBlank()) {
                out.append(indent);
                append(out, at, end);
                out.append('\n');
            }
            at = end;
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
        return out.toString();
    }

    /** Where a line that begins here ends. */
    private int end(int from, int width) {
        if (text.length() - from <= width) {
            return text.length();
        }
        int blank = text.lastIndexOf(" ", from + width);
        if (blank > from) {
            return blank;
        }
        int next = text.indexOf(" ", from);
        return next < 0 ? text.length() : Math.max(next, from + 1);
    }

    private void append(StringBuilder out, int from, int to) {
        boolean on = false;
        for (int i = from; i < to; i++) {
            if (bold.get(i) != on) {
                on = !on;
                out.append(on ? BOLD : PLAIN);
            }
            out.append(text.charAt(i));
        }
        out.append(on ? PLAIN : "");
    }
}
