package dev.tierzero.markup;

import dev.tierzero.api.Insert;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reads text: trims it at the edges of blocks, takes its words, and cuts out {@code {kpi:adoption}}. An author escapes the brace with a
 * backslash; the renderers then divide the text behind the brace. One page, one thread.
 */
final class TextReading {

    private final Draft draft;
    private boolean literal;

    TextReading(Draft draft) {
        this.draft = draft;
    }

    /** Reads something in which braces are text. */
    void literally(Runnable reading) {
        boolean outer = literal;
        literal = true;
        reading.run();
        literal = outer;
    }

    /** The name of an insert that is all there is in a paragraph; a paragraph with an id of its own stays one. */
    Optional<String> alone(Element paragraph) {
        if (literal
                || paragraph.childNodeSize() != 1
                || paragraph.hasAttr("id")
                || !(paragraph.childNode(0) instanceof TextNode text)) {
            return Optional.empty();
        }
        String whole = text.getWholeText().strip();
        return whole.startsWith("{") && whole.endsWith("}")
                ? Optional.of(whole.substring(1, whole.length() - 1)).filter(Insert::isName)
                : Optional.empty();
    }

    void text(TextNode node) {
        String text = node.getWholeText();
        int start = 0;
        int end = text.length();
        if (end == 0) {
            return;
        }
        if (isSpace(text.charAt(0)) && isEdge(node, Optional.ofNullable(node.previousSibling()))) {
            while (start < end && isSpace(text.charAt(start))) {
                start++;
            }
        }
        if (end > start && isSpace(text.charAt(end - 1)) && isEdge(node, Optional.ofNullable(node.nextSibling()))) {
            while (end > start && isSpace(text.charAt(end - 1))) {
                end--;
            }
        }
        if (literal || text.indexOf('{') < 0) {
            Html.text(draft.out(), text, start, end);
            draft.words(text);
        } else {
            pieces(text, start, end);
        }
        draft.characters().prose(text);
    }

    /** Writes text with its inserts as gaps. */
    private void pieces(String text, int start, int end) {
        int from = start;
        int close = -1;
        int next;
        for (int open = text.indexOf('{', start); open >= 0; open = next) {
            next = text.indexOf('{', open + 1);
            close = close < open ? text.indexOf('}', open) : close;
            if (close < 0) {
                break;
            }
            // A name has no brace in it: thousands of them are looked at once each.
            String name = next < 0 || next > close ? text.substring(open + 1, close) : "";
            if (Insert.isName(name)) {
                Html.text(draft.out(), text, from, open);
                draft.words(text.substring(from, open));
                draft.insert(name, false);
                from = close + 1;
            }
        }
        Html.text(draft.out(), text, from, end);
        draft.words(text.substring(from));
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t';
    }

    private static boolean isEdge(TextNode text, Optional<Node> sibling) {
        return sibling.or(() -> Optional.ofNullable(text.parent()))
                .filter(Reading::isBlock)
                .isPresent();
    }
}
