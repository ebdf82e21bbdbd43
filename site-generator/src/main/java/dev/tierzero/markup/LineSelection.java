package dev.tierzero.markup;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of a file by number, as AsciiDoc's {@code lines} attribute writes them: {@code 1..5;7;10..-1}. A part that is no range takes
 * nothing.
 *
 * @param ranges to take; none takes all lines
 */
record LineSelection(List<Range> ranges) {

    private static final Pattern PART = Pattern.compile("(\\d{1,7})(?:\\.\\.(-?\\d{0,7}))?");

    /**
     * Lines from {@code first} to {@code last}, both included, 1-based.
     */
    record Range(int first, int last) {
        boolean contains(int line) {
            return line >= first && line <= last;
        }
    }

    /** The selection that an attribute writes; empty means all lines. */
    static LineSelection of(String attribute) {
        return new LineSelection(
                AsciiDocPage.parts(attribute).stream().map(LineSelection::range).toList());
    }

    private static Range range(String part) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            return new Range(0, 0);
        }
        int first = Integer.parseInt(matcher.group(1));
        String last = matcher.group(2);
        if (last == null) {
            return new Range(first, first);
        }
        return new Range(first, last.isEmpty() || last.startsWith("-") ? Integer.MAX_VALUE : Integer.parseInt(last));
    }

    /** Those of the lines that are selected. */
    List<Fragment.Line> select(List<Fragment.Line> lines) {
        if (ranges.isEmpty()) {
            return lines;
        }
        return lines.stream()
                .filter(line -> ranges.stream().anyMatch(range -> range.contains(line.number())))
                .toList();
    }
}
