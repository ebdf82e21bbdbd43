package dev.tierzero.api;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * HTML that is well-formed and safe by construction: text and attribute values are always escaped, and an element that runs code, loads
 * something or carries a style cannot be made. Immutable.
 */
public final class Html {

    private static final Set<String> VOID = Set.of("br", "hr", "img", "col", "wbr", "input");
    private static final Set<String> REFUSED =
            Set.of("script", "style", "iframe", "object", "embed", "link", "meta", "base", "form", "foreignobject");
    private static final String NAME = "[a-zA-Z][a-zA-Z0-9-]{0,39}";

    /** Nothing. */
    public static final Html EMPTY = new Html("", "", "", "");

    private final String before;
    private final String attributes;
    private final String content;
    private final String name;

    private Html(String name, String before, String attributes, String content) {
        this.name = name;
        this.before = before;
        this.attributes = attributes;
        this.content = content;
    }

    /** Text, escaped. */
    public static Html text(String text) {
        return new Html("", escaped(text), "", "");
    }

    /** Several pieces after one another. */
    public static Html of(Html... pieces) {
        return of(List.of(pieces));
    }

    /** Several pieces after one another. */
    public static Html of(List<Html> pieces) {
        return new Html("", pieces.stream().map(Html::toString).collect(Collectors.joining()), "", "");
    }

    /**
     * An element with pieces in it.
     *
     * @param name of HTML or SVG
     * @throws IllegalArgumentException for a name that is none, an element that is refused, or content in an empty element
     */
    public static Html element(String name, Html... pieces) {
        return element(name, List.of(pieces));
    }

    /** An element with pieces in it. */
    public static Html element(String name, List<Html> pieces) {
        if (!name.matches(NAME) || REFUSED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
            throw new IllegalArgumentException("not an element for content: " + name);
        }
        if (VOID.contains(name) && !pieces.isEmpty()) {
            throw new IllegalArgumentException(name + " holds nothing");
        }
        return new Html(name, "", "", of(pieces).toString());
    }

    /** An element with a text in it. */
    public static Html element(String name, String text) {
        return element(name, text(text));
    }

    /**
     * A link.
     *
     * @param target a page's source from the content folder on ({@code /help/e1001.md#fix}), an id of the page ({@code #trend}), or an
     *     {@code https} address
     * @throws IllegalArgumentException for any other target
     */
    public static Html link(String target, Html... pieces) {
        if (!target.startsWith("/") && !target.startsWith("#") && !target.startsWith("https://")) {
            throw new IllegalArgumentException("not a target: " + target);
        }
        Html link = element("a", pieces).with("href", target);
        return target.startsWith("https://") ? link.with("class", "external").with("rel", "noopener noreferrer") : link;
    }

    /** A link with a text in it. */
    public static Html link(String target, String text) {
        return link(target, text(text));
    }

    /**
     * This element with an attribute more.
     *
     * @throws IllegalArgumentException for a name that is none, an attribute that runs code or a style, or when this is no element
     */
    public Html attribute(String attribute, String value) {
        boolean code = attribute.regionMatches(true, 0, "on", 0, 2);
        boolean refused =
                Set.of("style", "src", "srcset", "href", "xlink:href", "srcdoc").contains(attribute);
        if (!attribute.matches("[a-zA-Z][a-zA-Z0-9:-]{0,39}") || code || refused) {
            throw new IllegalArgumentException("not an attribute for content: " + attribute);
        }
        return with(attribute, value);
    }

    /** This element with a class. */
    public Html css(String names) {
        return with("class", names);
    }

    /** This element with an id. */
    public Html id(String id) {
        return with("id", id);
    }

    private Html with(String attribute, String value) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("only an element has attributes");
        }
        return new Html(name, before, attributes + " " + attribute + "=\"" + escaped(value) + "\"", content);
    }

    /** Text as it stands in HTML; what no HTML may hold becomes U+FFFD. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        boolean control = (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0);
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return !control && !surrogate && (c & 0xFFFE) != 0xFFFE;
    }

    /** Whether there is nothing. */
    public boolean isEmpty() {
        return name.isEmpty() && before.isEmpty();
    }

    /** The HTML. */
    @Override
    public String toString() {
        if (name.isEmpty()) {
            return before;
        }
        String open = "<" + name + attributes + ">";
        return VOID.contains(name) ? open : open + content + "</" + name + ">";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Html html && toString().equals(html.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
