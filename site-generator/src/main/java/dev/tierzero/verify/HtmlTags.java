package dev.tierzero.verify;

import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * The start tags of an HTML text in document order, read in one pass as a browser's tokenizer reads them (HTML §13.2.5): what stands in
 * comments, and in elements that hold text alone, is no tag. Elements are not put into a tree.
 */
final class HtmlTags {

    /** Elements whose content is text up to their end tag. */
    private static final Set<String> TEXT =
            Set.of("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes");

    private final String html;
    private int at;
    private int drawings;
    private boolean open;
    private String element = "";
    private String attribute = "";
    private int valueStart;
    private int valueEnd;
    private String text = "";

    /** Stands before the first tag. */
    HtmlTags(String html) {
        this.html = html;
    }

    /** Goes to the next start tag; what is left of the last one is passed over. */
    boolean nextElement() {
        finish();
        while ((at = html.indexOf('<', at)) >= 0) {
            at++;
            if (isLetter(at)) {
                element = name();
                open = true;
                return true;
            }
            if (html.startsWith("/", at) && isLetter(at + 1)) {
                at++;
                endTag();
            } else if (html.startsWith("!", at) || html.startsWith("?", at) || html.startsWith("/", at)) {
                declaration();
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
            if (isSpace(at) || html.charAt(at) == '/') {
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

    /** The text of an element that holds text alone; reads its tag to the end. Empty for any other. */
    String text() {
        finish();
        return text;
    }

    private void finish() {
        if (!open) {
            return;
        }
        open = false;
        text = "";
        while (nextAttribute()) {}
        String name = element.toLowerCase(Locale.ROOT);
        boolean closed = at > 0 && at < html.length() && html.charAt(at - 1) == '/';
        if (name.equals("svg") || name.equals("math")) {
            drawings += closed ? 0 : 1;
        } else if (drawings == 0 && TEXT.contains(name) && at < html.length()) {
            int end = end(name, at);
            text = html.substring(at + 1, end);
            at = end;
        }
    }

    /** Where the end tag of an element that holds text stands. */
    private int end(String element, int from) {
        String end = "</" + element;
        int close = html.indexOf("</", from);
        while (close >= 0 && !(html.regionMatches(true, close, end, 0, end.length()) && ends(close + end.length()))) {
            close = html.indexOf("</", close + 2);
        }
        return close < 0 ? html.length() : close;
    }

    private boolean ends(int index) {
        return index < html.length() && endsName(html.charAt(index));
    }

    private void endTag() {
        String name = name().toLowerCase(Locale.ROOT);
        while (nextAttribute()) {}
        if (name.equals("svg") || name.equals("math")) {
            drawings = Math.max(0, drawings - 1);
        }
    }

    /** Comments, document types, and what is read as a comment because it is nothing else. */
    private void declaration() {
        if (html.startsWith("!--", at)) {
            comment();
        } else if (drawings > 0 && html.startsWith("![CDATA[", at)) {
            pass("]]>");
        } else {
            pass(">");
        }
    }

    private void comment() {
        at += 3;
        if (html.startsWith(">", at) || html.startsWith("->", at)) {
            pass(">");
            return;
        }
        int plain = html.indexOf("-->", at);
        int odd = html.indexOf("--!>", at);
        boolean oddFirst = odd >= 0 && (plain < 0 || odd < plain);
        pass(oddFirst ? "--!>" : "-->");
    }

    private void pass(String end) {
        int found = html.indexOf(end, at);
        at = found < 0 ? html.length() : found + end.length();
    }

    private String name() {
        int start = at;
        while (at < html.length() && !endsName(html.charAt(at))) {
            at++;
        }
        return html.substring(start, at);
    }

    private String attributeName() {
        int start = at;
        while (at < html.length() && (at == start || !(endsName(html.charAt(at)) || html.charAt(at) == '='))) {
            at++;
        }
        return html.substring(start, at);
    }

    private void skipValue() {
        valueStart = at;
        valueEnd = at;
        int equals = blanks(at);
        if (equals >= html.length() || html.charAt(equals) != '=') {
            return;
        }
        at = blanks(equals + 1);
        char quote = at < html.length() ? html.charAt(at) : '>';
        if (quote == '"' || quote == '\'') {
            valueStart = at + 1;
            int end = html.indexOf(quote, valueStart);
            valueEnd = end < 0 ? html.length() : end;
            at = Math.min(valueEnd + 1, html.length());
        } else {
            valueStart = at;
            while (at < html.length() && !isSpace(at) && html.charAt(at) != '>') {
                at++;
            }
            valueEnd = at;
        }
    }

    /** The index behind blanks. */
    private int blanks(int from) {
        int index = from;
        while (index < html.length() && isSpace(index)) {
            index++;
        }
        return index;
    }

    private boolean isLetter(int index) {
        char c = index < html.length() ? html.charAt(index) : ' ';
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private boolean isSpace(int index) {
        return isSpace(html.charAt(index));
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    private static boolean endsName(char c) {
        return c == '>' || c == '/' || isSpace(c);
    }
}
