package dev.tierzero.markup;

/**
 * Writes text of Markdown: backslash escapes taken away, bare URLs linked. A comment behind an escaped brace, and behind an escaped backslash
 * before a brace, divides the text: what is escaped is no insert, for the reading pass as for the author.
 */
final class TextWriter {

    private TextWriter() {}

    /** Writes a part of a text without links. */
    static void text(StringBuilder out, CharSequence text, int start, int end) {
        int from = start;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < end && isPunctuation(text.charAt(i + 1))) {
                Html.text(out, text, from, i);
                from = i + 1;
                i++;
                if (isBrace(text, i, end)) {
                    out.append(text.charAt(i)).append("<!---->");
                    from = i + 1;
                }
            }
        }
        Html.text(out, text, from, end);
    }

    /** Writes a text and links the URLs in it that begin with {@code http://} or {@code https://}: GFM §6.9. */
    static void linked(MarkedOutput output, String text, int offset) {
        int from = 0;
        int at = text.indexOf("http");
        while (at >= 0) {
            int end = isStart(text, at) ? end(text, at) : at;
            if (end > at) {
                text(output.out(), text, from, at);
                String url = text.substring(at, end);
                output.tag("a", offset + at);
                Html.attribute(output.out(), "href", url);
                output.out().append('>');
                Html.text(output.out(), url);
                output.out().append("</a>");
                from = end;
            }
            at = text.indexOf("http", Math.max(end, at + 4));
        }
        text(output.out(), text, from, text.length());
    }

    private static boolean isStart(String text, int at) {
        boolean free = at == 0 || " \t\n(*_~\"'[".indexOf(text.charAt(at - 1)) >= 0;
        int slashes = text.startsWith("s://", at + 4) ? at + 8 : text.startsWith("://", at + 4) ? at + 7 : -1;
        return free && slashes > 0 && slashes < text.length() && Character.isLetterOrDigit(text.charAt(slashes));
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length()
                && text.charAt(end) > ' '
                && text.charAt(end) != '<'
                && text.charAt(end) != '\u00A0') {
            end++;
        }
        long surplus = count(text, start, end, ')') - count(text, start, end, '(');
        while (end > start) {
            char last = text.charAt(end - 1);
            if (last == ')' ? surplus <= 0 : "?!.,:;*_~'\"]".indexOf(last) < 0) {
                break;
            }
            surplus -= last == ')' ? 1 : 0;
            end--;
        }
        return end;
    }

    private static long count(String text, int start, int end, char c) {
        return text.substring(start, end).chars().filter(other -> other == c).count();
    }

    private static boolean isBrace(CharSequence text, int escaped, int end) {
        char c = text.charAt(escaped);
        return c == '{' || (c == '\\' && escaped + 1 < end && text.charAt(escaped + 1) == '{');
    }

    private static boolean isPunctuation(char c) {
        return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
    }
}
