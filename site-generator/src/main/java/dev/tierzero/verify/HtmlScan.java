package dev.tierzero.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * The ids and references of one emitted HTML page, read off its bytes in one pass. Knows what the generator emits: well-formed
 * tags, double-quoted attributes, no script text. Templates that break this are reported by the page checks.
 */
final class HtmlScan {

    /**
     * A reference.
     *
     * @param element lower case: {@code a}, {@code img}, {@code link}, {@code script}
     * @param attribute {@code href}, {@code src} or {@code srcset}
     * @param rel of a {@code link} element, else empty
     * @param url with character references resolved
     */
    record Reference(String element, String attribute, String rel, String url) {}

    private final String html;
    private final List<String> ids = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private int at;

    private HtmlScan(String html) {
        this.html = html;
    }

    /** Scans a page. */
    static HtmlScan of(String html) {
        HtmlScan scan = new HtmlScan(html);
        scan.run();
        return scan;
    }

    /** Every id in document order, repeats included. */
    List<String> ids() {
        return ids;
    }

    /** Every reference in document order. */
    List<Reference> references() {
        return references;
    }

    private void run() {
        while ((at = html.indexOf('<', at)) >= 0) {
            at++;
            if (html.startsWith("!--", at)) {
                int end = html.indexOf("-->", at);
                at = end < 0 ? html.length() : end + 3;
            } else if (at < html.length() && isLetter(html.charAt(at))) {
                element(name());
            }
        }
    }

    private String name() {
        int start = at;
        while (at < html.length() && !isSpace(html.charAt(at)) && html.charAt(at) != '>' && html.charAt(at) != '/') {
            at++;
        }
        return html.substring(start, at);
    }

    private void element(String element) {
        String rel = "";
        int first = references.size();
        while (at < html.length() && html.charAt(at) != '>') {
            if (isSpace(html.charAt(at)) || html.charAt(at) == '/') {
                at++;
                continue;
            }
            String attribute = attributeName();
            String value = attributeValue();
            switch (attribute) {
                case "id" -> ids.add(unescape(value));
                case "rel" -> rel = value;
                case "href", "src", "srcset", "action", "poster", "data" ->
                    references.add(new Reference(element, attribute, "", unescape(value)));
                default -> {}
            }
        }
        for (int i = first; i < references.size() && !rel.isEmpty(); i++) {
            Reference r = references.get(i);
            references.set(i, new Reference(r.element(), r.attribute(), rel, r.url()));
        }
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

    private String attributeValue() {
        if (at >= html.length() || html.charAt(at) != '=') {
            return "";
        }
        at++;
        char quote = at < html.length() ? html.charAt(at) : '>';
        int start = quote == '"' || quote == '\'' ? at + 1 : at;
        int end = start;
        if (start > at) {
            end = html.indexOf(quote, start);
            end = end < 0 ? html.length() : end;
            at = Math.min(end + 1, html.length());
        } else {
            while (end < html.length() && !isSpace(html.charAt(end)) && html.charAt(end) != '>') {
                end++;
            }
            at = end;
        }
        return html.substring(start, end);
    }

    private static String unescape(String value) {
        if (value.indexOf('&') < 0) {
            return value;
        }
        return value.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }
}
