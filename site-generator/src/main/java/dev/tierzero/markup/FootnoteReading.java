package dev.tierzero.markup;

import dev.tierzero.api.Block;
import dev.tierzero.api.Severity;
import dev.tierzero.api.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Reads footnotes: numbers them in the order of their first reference and writes them at the end. One page, one thread. */
final class FootnoteReading {

    private final Reading reading;
    private final Draft draft;
    private final Map<String, Note> notes = new LinkedHashMap<>();
    private final List<Note> numbered = new ArrayList<>();

    FootnoteReading(Reading reading, Draft draft) {
        this.reading = reading;
        this.draft = draft;
    }

    private static final class Note {
        private final String name;
        private final Element content;
        private final SourcePosition position;
        private int number;
        private int references;

        Note(String name, Element content, SourcePosition position) {
            this.name = name;
            this.content = content;
            this.position = position;
        }

        String reference(int index) {
            return index == 1 ? "fnref-" + number : "fnref-" + number + "-" + index;
        }
    }

    /** Finds the definitions of a page before it is read. */
    void collect(Element body) {
        for (Element element : body.getElementsByTag("t0-footnote")) {
            draft.at(element);
            String name = element.attr("id");
            Note note = new Note(name, element, draft.position());
            if (notes.putIfAbsent(name, note) != null) {
                draft.warning(
                        "FN003", "the footnote \"" + name + "\" is defined twice", "give one of the two another name");
            }
        }
    }

    void reference(Element element) {
        String name = element.attr("id");
        Note note = notes.get(name);
        if (note == null) {
            draft.warning(
                    "FN001",
                    "the footnote \"" + name + "\" is not defined",
                    "define it: a line [^" + name + "]: and its text; to show the brackets write \\[^" + name + "]");
            Html.text(draft.out(), "[^" + name + "]");
            return;
        }
        if (note.number == 0) {
            numbered.add(note);
            note.number = numbered.size();
        }
        note.references++;
        String id = note.reference(note.references);
        draft.claim(id);
        StringBuilder out = draft.out();
        out.append("<sup class=\"footnote-ref\" id=\"")
                .append(id)
                .append("\"><a href=\"#fn-")
                .append(note.number);
        out.append("\" aria-label=\"Footnote ")
                .append(note.number)
                .append("\">")
                .append(note.number)
                .append("</a></sup>");
    }

    /** Writes the footnotes that were referred to; each may refer to others. */
    void finish() {
        if (!numbered.isEmpty()) {
            draft.line();
            draft.blocks().open(Block.Kind.OTHER, Block.FOOTNOTES);
            draft.out().append("<section class=\"footnotes\" aria-label=\"Footnotes\"><ol>\n");
            for (int i = 0; i < numbered.size(); i++) {
                note(numbered.get(i));
            }
            draft.out().append("</ol></section>\n");
            draft.blocks().close();
        }
        for (Note note : notes.values()) {
            if (note.number == 0) {
                draft.note(
                        Severity.WARNING,
                        "FN002",
                        note.position,
                        "nothing refers to the footnote \"" + note.name + "\"",
                        "refer to it with [^" + note.name + "], or take it out");
            }
        }
    }

    private void note(Note note) {
        String id = "fn-" + note.number;
        draft.claim(id);
        draft.at(note.content);
        draft.blocks().open(Block.Kind.OTHER, "");
        draft.out().append("<li id=\"").append(id).append("\">");
        asParagraph(note.content);
        Node last = note.content.lastElementChild();
        boolean paragraph =
                last instanceof Element element && element.normalName().equals("p");
        reading.children(note.content);
        StringBuilder out = draft.out();
        int end = out.length() - "</p>\n".length();
        boolean inside = paragraph && end > 0 && out.indexOf("</p>\n", end) == end;
        if (inside) {
            out.setLength(end);
        }
        for (int i = 1; i <= note.references; i++) {
            out.append(" <a class=\"footnote-back\" href=\"#")
                    .append(note.reference(i))
                    .append("\" aria-label=\"Back to text\">↩</a>");
        }
        out.append(inside ? "</p>\n</li>\n" : "</li>\n");
        draft.space();
        draft.blocks().close();
    }

    /** A note of words alone (AsciiDoc's) is a paragraph, as it is in Markdown. */
    private static void asParagraph(Element content) {
        if (content.children().stream().noneMatch(Element::isBlock)) {
            Element paragraph = new Element("p");
            paragraph.appendChildren(List.copyOf(content.childNodes()));
            content.appendChild(paragraph);
        }
    }
}
