package dev.tierzero.verify;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.parser.Parser;

/**
 * The start tags of emitted HTML, read off its text in one pass. Knows what the generator emits: well-formed tags, quoted attributes.
 * Templates that break this are reported by the page checks. What stands in {@code script} and {@code style} is text.
 */
final class HtmlTags {

    private final String html;
    private int at;
    private String element = "";
    private String attribute = "";
    private int valueStart;
    private int valueEnd;
    private String raw = "";

    /** Stands before the first tag. */
    HtmlTags(String html) {
        this.html = html;
    }

    /** Goes to the next start tag; comments, end tags and what is left of the last tag are passed over. */
    boolean nextElement() {
        if (!element.isEmpty()) {
            rest();
        }
        while ((at = html.indexOf('<', at)) >= 0) {
            at++;
            if (html.startsWith("!--", at)) {
                int end = html.indexOf("-->", at);
                at = end < 0 ? html.length() : end + 3;
            } else if (at < html.length() && isLetter(html.charAt(at))) {
                element = name();
                return true;
            }
        }
        at = html.length();
        element = "";
        return false;
    }

    /** The name of the element as it is written. */
    String element() {
        return element;
    }

    /** Goes to the next attribute of the element. */
    boolean nextAttribute() {
        while (at < html.length() && html.charAt(at) != '>') {
            if (isSpace(html.charAt(at)) || html.charAt(at) == '/') {
                at++;
                continue;
            }
            attribute = attributeName();
            skipValue();
            return true;
        }
        return false;
    }

    /** The name of the attribute as it is written. */
    String attribute() {
        return attribute;
    }

    /** The value of the attribute with character references resolved; empty when it has none. */
    String value() {
        String value = html.substring(valueStart, valueEnd);
        return value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
    }

    /** The text of a {@code script} or {@code style} element; reads its tag to the end. Empty for any other. */
    String text() {
        rest();
        return raw;
    }

    private void rest() {
        raw = "";
        while (nextAttribute()) {}
        Optional<String> end = end(element);
        if (end.isPresent() && at < html.length()) {
            int close = close(end.get(), at);
            raw = html.substring(at + 1, close);
            at = close;
        }
        element = "";
    }

    /** What ends the text of an element that holds no markup (HTML §13.2.5.4). */
    private static Optional<String> end(String element) {
        return switch (element.toLowerCase(Locale.ROOT)) {
            case "script" -> Optional.of("</script");
            case "style" -> Optional.of("</style");
            default -> Optional.empty();
        };
    }

    private int close(String end, int from) {
        int close = html.indexOf("</", from);
        while (close >= 0 && !html.regionMatches(true, close, end, 0, end.length())) {
            close = html.indexOf("</", close + 2);
        }
        return close < 0 ? html.length() : close;
    }

    private String name() {
        int start = at;
        while (at < html.length() && !isSpace(html.charAt(at)) && html.charAt(at) != '>' && html.charAt(at) != '/') {
            at++;
        }
        return html.substring(start, at);
    }

    private String attributeName() {
        int start = at;
        while (at < html.length() && "= />\n\t\r".indexOf(html.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            at++;
        }
        return html.substring(start, at);
    }

    private void skipValue() {
        valueStart = at;
        valueEnd = at;
        if (at >= html.length() || html.charAt(at) != '=') {
            return;
        }
        at++;
        char quote = at < html.length() ? html.charAt(at) : '>';
        if (quote == '"' || quote == '\'') {
            valueStart = at + 1;
            int end = html.indexOf(quote, valueStart);
            valueEnd = end < 0 ? html.length() : end;
            at = Math.min(valueEnd + 1, html.length());
        } else {
            valueStart = at;
            while (at < html.length() && !isSpace(html.charAt(at)) && html.charAt(at) != '>') {
                at++;
            }
            valueEnd = at;
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }
}
