package dev.tierzero.findings;

import dev.tierzero.model.Markup;
import dev.tierzero.model.Suppression;
import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a page: a comment covers the block below it, up to an empty line that is not within code; of a heading, its line. */
final class PageLines implements SuppressionText.Lines {

    /** Lines of a comment. */
    private static final int LONGEST = 20;

    private static final Pattern MARKDOWN_OPENING =
            Pattern.compile("(?:[ \\t>]|[-*+] |\\d{1,9}[.)] )*(?:(`{3,})[^`]*|(~{3,}).*)");
    private static final Pattern MARKDOWN_CLOSING = Pattern.compile("[ \\t>]*(`{3,}|~{3,})[ \\t]*");
    private static final Pattern ASCIIDOC_FENCE = Pattern.compile("(-{4,}|\\.{4,}|/{4,}|\\+{4,}|`{3})(.*?)[ \\t]*");
    private static final Pattern MARKDOWN_HEADING = Pattern.compile("[ >]*#{1,6}(?:[ \\t].*)?");
    private static final Pattern ASCIIDOC_HEADING = Pattern.compile("(?:={1,6}|#{1,6})[ \\t]+\\S.*");
    private static final Pattern ASCIIDOC_ATTRIBUTES = Pattern.compile("\\[.*\\][ \\t]*");
    private static final Pattern UNDERLINE = Pattern.compile("[ >]{0,3}(?:=+|-+)[ \\t]*");

    private final Markup markup;
    private final String[] lines;
    private final int firstLine;
    private final BitSet code;

    PageLines(Markup markup, String text, int firstLine) {
        this.markup = markup;
        this.lines = text.split("\n", -1);
        this.firstLine = firstLine;
        this.code = markup == Markup.ASCIIDOC ? asciiDocCode() : markdownCode();
    }

    private BitSet markdownCode() {
        BitSet inCode = new BitSet(lines.length);
        String open = "";
        for (int i = 0; i < lines.length; i++) {
            if (open.isEmpty()) {
                Matcher opening = MARKDOWN_OPENING.matcher(lines[i]);
                open = opening.matches() ? Optional.ofNullable(opening.group(1)).orElse(opening.group(2)) : "";
                inCode.set(i, !open.isEmpty());
            } else {
                inCode.set(i);
                Matcher closing = MARKDOWN_CLOSING.matcher(lines[i]);
                if (closing.matches() && closing.group(1).startsWith(open)) {
                    open = "";
                }
            }
        }
        return inCode;
    }

    private BitSet asciiDocCode() {
        BitSet inCode = new BitSet(lines.length);
        String open = "";
        for (int i = 0; i < lines.length; i++) {
            Matcher fence = ASCIIDOC_FENCE.matcher(lines[i]);
            boolean bare = fence.matches() && fence.group(2).isEmpty();
            inCode.set(
                    i,
                    !open.isEmpty()
                            || bare
                            || (fence.matches() && fence.group(1).equals("```")));
            if (open.isEmpty() && inCode.get(i)) {
                open = fence.group(1);
            } else if (bare && fence.group(1).equals(open)) {
                open = "";
            }
        }
        return inCode;
    }

    @Override
    public int size() {
        return lines.length;
    }

    @Override
    public String text(int index) {
        return lines[index];
    }

    @Override
    public int number(int index) {
        return firstLine + index;
    }

    @Override
    public Optional<String> comment(int index) {
        if (code.get(index)) {
            return Optional.empty();
        }
        String line = lines[index].substring(column(index) - 1).strip();
        if (markup == Markup.ASCIIDOC) {
            return line.startsWith("//") && lines[index].startsWith("//")
                    ? SuppressionText.Lines.after(line.substring(2))
                    : Optional.empty();
        }
        if (!line.startsWith("<!--")) {
            return Optional.empty();
        }
        StringBuilder comment = new StringBuilder(line.substring(4));
        for (int i = index + 1; i <= end(index); i++) {
            comment.append(' ').append(lines[i].strip());
        }
        int end = comment.indexOf("-->");
        return SuppressionText.Lines.after(comment.substring(0, end < 0 ? comment.length() : end));
    }

    /** The last line of a comment that begins on a line; its own when it does not end. */
    private int end(int index) {
        for (int i = index; markup != Markup.ASCIIDOC && i < Math.min(lines.length, index + LONGEST); i++) {
            if (lines[i].contains("-->")) {
                return i;
            }
        }
        return index;
    }

    @Override
    public Suppression.Lines below(int index) {
        int first = end(index) + 1;
        while (first < lines.length && (isBlank(first) || comment(first).isPresent())) {
            first = (isBlank(first) ? first : end(first)) + 1;
        }
        int last = first;
        while (markup == Markup.ASCIIDOC
                && last + 1 < lines.length
                && ASCIIDOC_ATTRIBUTES.matcher(lines[last]).matches()) {
            last++;
        }
        if (last >= lines.length || !isHeading(last)) {
            while (last < lines.length && !isBlank(last)) {
                last++;
            }
            last--;
        }
        return new Suppression.Lines(number(first), number(last));
    }

    private boolean isBlank(int index) {
        return !code.get(index) && lines[index].isBlank();
    }

    private boolean isHeading(int index) {
        if (markup == Markup.ASCIIDOC) {
            return ASCIIDOC_HEADING.matcher(lines[index]).matches();
        }
        return MARKDOWN_HEADING.matcher(lines[index]).matches()
                || (index + 1 < lines.length
                        && UNDERLINE.matcher(lines[index + 1]).matches());
    }
}
