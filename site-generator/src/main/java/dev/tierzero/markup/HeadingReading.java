package dev.tierzero.markup;

import dev.tierzero.api.Block;
import dev.tierzero.api.Heading;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Reads headings: their ids, their levels, and which of them is the page's title. One page, one thread. */
final class HeadingReading {

    private final Draft draft;
    private final Slugger slugger;
    private final Attributes attributes;
    private final Optional<String> declared;
    private String first = "";
    private int level = 1;

    /** @param declared the title that the page's metadata names */
    HeadingReading(Draft draft, Slugger slugger, Optional<String> declared) {
        this.draft = draft;
        this.slugger = slugger;
        this.attributes = new Attributes(draft);
        this.declared = declared;
    }

    /** The first heading of level 1 where the metadata names no title; empty when there is none. */
    String title() {
        return declared.orElse(first);
    }

    void heading(Reading reading, Element element, int written) {
        String text = element.text().strip();
        if (written == 1 && isTitle(text)) {
            first = text;
            return;
        }
        if (text.isEmpty() && element.childrenSize() == 0) {
            draft.warning("HD003", "this heading is empty", "write its text, or take it out");
            return;
        }
        if (written == 1) {
            draft.warning(
                    "HD001",
                    "this heading is on the level of the page's title \"" + title() + "\"",
                    "begin with the second level: ## in Markdown, == in AsciiDoc");
        }
        int depth = Math.max(2, written);
        if (depth > level + 1) {
            draft.warning(
                    "HD002",
                    "this heading of level " + depth + " follows one of level " + level,
                    "go one level deeper at a time: readers of the outline miss the level between");
        }
        level = depth;
        emit(reading, element, depth, text);
    }

    private boolean isTitle(String text) {
        return first.isEmpty()
                && !text.isEmpty()
                && declared.map(title -> title.strip().equals(text)).orElse(true);
    }

    private void emit(Reading reading, Element element, int depth, String text) {
        draft.line();
        if (depth == 2) {
            draft.endLead();
        }
        StringBuilder out = draft.out();
        out.append("<h").append(depth);
        int before = out.length();
        attributes.id(element);
        String id = element.attr("id");
        if (out.length() == before) {
            id = slugger.id(text);
            draft.claim(id);
            Html.attribute(out, "id", id);
        }
        draft.headings().add(new Heading(depth, id, text, draft.position()));
        out.append('>');
        draft.blocks().open(Block.Kind.HEADING, id);
        reading.texts().literally(() -> reading.children(element));
        draft.blocks().close();
        out.append("<a class=\"permalink\"");
        Html.attribute(out, "href", "#" + id);
        Html.attribute(out, "aria-label", "Link to “" + text + "”");
        out.append(">#</a></h").append(depth).append(">\n");
        draft.space();
    }
}
