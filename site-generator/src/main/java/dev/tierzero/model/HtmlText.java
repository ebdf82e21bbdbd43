package dev.tierzero.model;

/** Text as it may stand in HTML and XML, between tags and in quoted attributes. */
public final class HtmlText {

    private HtmlText() {}

    /** The text with {@code & < > " '} as character references. */
    public static String escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!reference(text.charAt(i)).isEmpty()) {
                return escaped(text, i);
            }
        }
        return text;
    }

    /** What {@link #escaped} made of text, as text again. */
    public static String unescaped(String html) {
        return html.indexOf('&') < 0
                ? html
                : html.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&");
    }

    private static String escaped(String text, int first) {
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            String reference = reference(text.charAt(i));
            if (reference.isEmpty()) {
                out.append(text.charAt(i));
            } else {
                out.append(reference);
            }
        }
        return out.toString();
    }

    private static String reference(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> "";
        };
    }
}
