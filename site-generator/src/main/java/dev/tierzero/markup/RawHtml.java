package dev.tierzero.markup;

import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Locale;
import java.util.Set;

/** Passes raw HTML on with the position of each of its elements. What is not plainly a tag stays as it is: the reading pass judges. */
final class RawHtml {

    private static final Set<String> RAW_TEXT =
            Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext");

    private final MarkedOutput output;
    private final String html;
    private int at;

    private RawHtml(MarkedOutput output, String html) {
        this.output = output;
        this.html = html;
    }

    /** Writes a block of HTML. */
    static void block(MarkedOutput output, HtmlBlockBase node) {
        StringBuilder html = new StringBuilder();
        int[] starts = new int[node.getLineCount()];
        int[] offsets = new int[node.getLineCount()];
        for (int i = 0; i < node.getLineCount(); i++) {
            BasedSequence line = node.getLineChars(i);
            starts[i] = html.length();
            offsets[i] = line.getStartOffset();
            html.append(line);
        }
        if (html.indexOf("<!--") >= 0 && html.indexOf("-->", html.lastIndexOf("<!--")) < 0) {
            output.warning("MD012", node.getStartOffset(), "this comment is not closed", "end it with -->");
        }
        new RawHtml(output, html.toString()).write(index -> {
            int line = 0;
            while (line + 1 < starts.length && starts[line + 1] <= index) {
                line++;
            }
            return starts.length == 0 ? node.getStartOffset() : offsets[line] + index - starts[line];
        });
        output.out().append('\n');
    }

    /** Writes one tag in a line of text. */
    static void inline(MarkedOutput output, BasedSequence tag) {
        new RawHtml(output, tag.toString()).write(index -> tag.getStartOffset() + index);
    }

    private interface Offsets {
        int of(int index);
    }

    private void write(Offsets offsets) {
        StringBuilder out = output.out();
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            if (open < 0) {
                break;
            }
            int name = nameEnd(open + 1);
            if (name == open + 1) {
                int next = html.startsWith("<!--", open) ? commentEnd(open) : open + 1;
                out.append(html, at, next);
                at = next;
                continue;
            }
            out.append(html, at, name);
            output.position(offsets.of(open));
            at = name;
            skipTag();
            out.append(html, name, at);
            skipRawText(html.substring(open + 1, name).toLowerCase(Locale.ROOT));
        }
        out.append(html, Math.min(at, html.length()), html.length());
    }

    private int nameEnd(int start) {
        int i = start;
        while (i < html.length() && isName(html.charAt(i), i == start)) {
            i++;
        }
        return i;
    }

    private static boolean isName(char c, boolean first) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (!first && ((c >= '0' && c <= '9') || c == '-' || c == ':'));
    }

    private int commentEnd(int open) {
        int end = html.indexOf("-->", open + 4);
        return end < 0 ? html.length() : end + 3;
    }

    /** Moves past the end of the tag whose attributes begin here. */
    private void skipTag() {
        char quote = 0;
        char last = 0;
        while (at < html.length()) {
            char c = html.charAt(at++);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return;
            } else if ((c == '"' || c == '\'') && last == '=') {
                quote = c;
            }
            last = c == ' ' || c == '\t' || c == '\n' ? last : c;
        }
    }

    private void skipRawText(String name) {
        if (RAW_TEXT.contains(name)) {
            int end = html.toLowerCase(Locale.ROOT).indexOf("</" + name, at);
            int stop = end < 0 ? html.length() : end;
            output.out().append(html, at, stop);
            at = stop;
        }
    }
}
