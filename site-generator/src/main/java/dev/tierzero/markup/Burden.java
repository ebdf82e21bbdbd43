package dev.tierzero.markup;

import dev.tierzero.api.Diagnostic;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Refuses Markdown that would overflow flexmark's stack or take it more than seconds: within a paragraph it is quadratic in the number of
 * brackets, runs of backticks and openings of tags. The limits keep each below about two seconds (TRUST finding 6). One page, one thread.
 */
final class Burden {

    /** Levels of quotes and lists on one line. */
    static final int MAX_NESTING = 100;

    private static final int MAX_BRACKETS = 1_500;
    private static final int MAX_TAGS = 8_000;
    private static final int MAX_DECLARATIONS = 2_000;
    private static final int MAX_EMPHASIS = 12_000;
    private static final int MAX_RUNS = 10_000;
    private static final int MAX_RUN_LENGTHS = 50;

    private final String text;
    private final Fences fences = new Fences();
    private final BitSet runLengths = new BitSet();
    private int brackets;
    private int tags;
    private int declarations;
    private int runs;
    private int emphasis;
    private int lines;
    private boolean table;

    private Burden(String text) {
        this.text = text;
    }

    /** An error for the first measure that is exceeded; empty for text that may be parsed. */
    static List<Diagnostic> refusals(Expansion.Expanded expanded) {
        Burden burden = new Burden(expanded.text());
        int start = 0;
        while (start < burden.text.length()) {
            int end = burden.text.indexOf('\n', start);
            Optional<String> excess = burden.line(start, end);
            if (excess.isPresent()) {
                return List.of(Diagnostic.error(
                        "MD010",
                        expanded.map().position(start),
                        "the text is too intricate to be parsed: " + excess.get(),
                        "divide the paragraph, or put the text into a block of code"));
            }
            start = end + 1;
        }
        return List.of();
    }

    private Optional<String> line(int start, int end) {
        int first = start;
        while (first < end && text.charAt(first) <= ' ') {
            first++;
        }
        char mark = first < end ? text.charAt(first) : ' ';
        boolean fence = mark == '`' || mark == '~' || fences.isOpen();
        if (fence && fences.inside(text.substring(start, end))) {
            return Optional.empty();
        }
        int nesting = Nesting.of(text, first, end);
        if (first == end || (nesting > 0 && mark != '>')) {
            table = false;
            lines = 0;
            reset();
        }
        table |= lines == 1 && isSeparator(first, end);
        lines++;
        if (table) {
            reset(); // Each row is parsed by itself.
        }
        count(first, end);
        return excess(nesting);
    }

    private Optional<String> excess(int nesting) {
        if (nesting > MAX_NESTING) {
            return Optional.of("quotes and lists are nested more than " + MAX_NESTING + " levels deep");
        }
        if (brackets > MAX_BRACKETS) {
            return Optional.of("more than " + MAX_BRACKETS + " opening brackets in one paragraph");
        }
        if (tags > MAX_TAGS || declarations > MAX_DECLARATIONS) {
            return Optional.of(
                    "more than " + MAX_TAGS + " tags or " + MAX_DECLARATIONS + " declarations in one paragraph");
        }
        if (runs > MAX_RUNS || runLengths.cardinality() > MAX_RUN_LENGTHS) {
            return Optional.of(
                    "more than " + MAX_RUNS + " runs or " + MAX_RUN_LENGTHS + " lengths of backticks in one paragraph");
        }
        return emphasis > MAX_EMPHASIS
                ? Optional.of("more than " + MAX_EMPHASIS + " marks of emphasis in one paragraph")
                : Optional.empty();
    }

    private boolean isSeparator(int start, int end) {
        boolean bar = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            bar |= c == '|';
            if (c != '|' && c != '-' && c != ':' && c > ' ') {
                return false;
            }
        }
        return bar;
    }

    private void reset() {
        brackets = 0;
        tags = 0;
        declarations = 0;
        runs = 0;
        emphasis = 0;
        runLengths.clear();
    }

    private void count(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '[') {
                brackets++;
            } else if (c == '*' || c == '_' || c == '~') {
                emphasis++;
            } else if (c == '<') {
                tags++;
                char next = text.charAt(i + 1);
                declarations += next == '!' || next == '?' ? 1 : 0;
            } else if (c == '`') {
                int run = i;
                while (text.charAt(i + 1) == '`') {
                    i++;
                }
                runs++;
                runLengths.set(i + 1 - run);
            }
        }
    }
}
