package dev.tierzero.markup;

import java.util.Locale;

/**
 * A URL as an author wrote it, judged: http, https, mailto, a path or {@code #id} pass; all else is refused (TRUST T2).
 *
 * @param kind what it is
 * @param value to be emitted or resolved
 * @param reason why it is refused; empty otherwise
 */
record Address(Kind kind, String value, String reason) {

    /** What a URL leads to. */
    enum Kind {
        LOCAL,
        WEB,
        MAIL,
        REFUSED
    }

    /** Judges a URL. */
    static Address of(String written) {
        String url = written.strip();
        if (url.isEmpty()) {
            return refused(url, "the URL is empty");
        }
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c < ' ' || (c >= 0x7F && c <= 0x9F)) {
                return refused(url, "the URL contains a control character");
            }
            if (c == '\\') {
                return refused(url, "the URL contains a backslash");
            }
        }
        if (url.startsWith("//")) {
            return refused(url, "the URL begins with // instead of https://");
        }
        int colon = colon(url);
        return colon < 0
                ? new Address(Kind.LOCAL, url, "")
                : absolute(url, url.substring(0, colon).toLowerCase(Locale.ROOT));
    }

    private static Address absolute(String url, String scheme) {
        return switch (scheme) {
            case "http", "https" -> web(url, scheme.length() + 1);
            case "mailto" ->
                url.length() > "mailto:".length()
                        ? new Address(Kind.MAIL, url, "")
                        : refused(url, "the mail address is empty");
            default -> refused(url, "URLs with \"" + scheme + ":\" are not allowed");
        };
    }

    private static Address web(String url, int start) {
        if (!url.startsWith("//", start) || url.length() == start + 2) {
            return refused(url, "the URL names no host");
        }
        int end = start + 2;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            char c = url.charAt(end);
            if (c == '@') {
                return refused(url, "the URL hides its host behind a user name");
            }
            if (c <= ' ' || c > '~') {
                return refused(url, "the host of the URL is not plain ASCII");
            }
            end++;
        }
        return end == start + 2 ? refused(url, "the URL names no host") : new Address(Kind.WEB, url, "");
    }

    /**
     * The colon after a scheme, or after what a browser might take for one; -1 when the URL is a path, a query or a fragment. A dot
     * before the colon makes it a file with a line number that was pasted ({@code guide.md:12}), which is then looked for and not found.
     */
    private static int colon(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == ':') {
                return i;
            }
            if (c == '/' || c == '?' || c == '#' || c == '.') {
                return -1;
            }
        }
        return -1;
    }

    private static Address refused(String url, String reason) {
        return new Address(Kind.REFUSED, url, reason);
    }
}
