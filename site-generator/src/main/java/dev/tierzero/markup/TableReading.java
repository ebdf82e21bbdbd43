package dev.tierzero.markup;

import dev.tierzero.api.Block;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Reads tables: scopes of headers, alignment as classes, and the frame that scrolls. */
final class TableReading {

    private final Reading reading;
    private final Draft draft;
    private final Attributes attributes;

    TableReading(Reading reading, Draft draft, Attributes attributes) {
        this.reading = reading;
        this.draft = draft;
        this.attributes = attributes;
    }

    void table(Element table) {
        Optional<Element> caption = table.children().stream()
                .filter(child -> child.normalName().equals("caption"))
                .findFirst();
        String label = caption.map(Element::text)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse("Table");
        draft.line();
        draft.blocks().open(Block.Kind.TABLE, "");
        StringBuilder out = draft.out();
        out.append("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\"");
        Html.attribute(out, "aria-label", label);
        out.append("><table");
        attributes.write(table, "table");
        out.append('>');
        caption.ifPresent(element -> {
            draft.at(element);
            reading.texts().literally(() -> reading.inline(element, "caption"));
            draft.space();
        });
        out.append('\n');
        boolean rowHeaders = table.hasAttr("data-row-headers");
        for (Element part : table.children()) {
            switch (part.normalName()) {
                case "thead", "tbody", "tfoot" -> part(part, rowHeaders);
                case "tr" -> row(part, false, rowHeaders);
                case "caption", "colgroup", "col" -> {}
                default -> reading.node(part);
            }
        }
        out.append("</table></div>\n");
        draft.space();
        draft.blocks().close();
    }

    private void part(Element part, boolean rowHeaders) {
        String name = part.normalName();
        if (part.childrenSize() == 0) {
            return;
        }
        draft.out().append('<').append(name).append(">\n");
        for (Element row : part.children()) {
            if (row.normalName().equals("tr")) {
                row(row, name.equals("thead"), rowHeaders);
            } else {
                reading.node(row);
            }
        }
        draft.out().append("</").append(name).append(">\n");
    }

    private void row(Element row, boolean head, boolean rowHeaders) {
        draft.at(row);
        draft.out().append("<tr");
        attributes.write(row, "tr");
        draft.out().append('>');
        boolean first = true;
        for (Element cell : row.children()) {
            boolean header = cell.normalName().equals("th") || (rowHeaders && first);
            draft.at(cell);
            cell(cell, header && !isEmpty(cell), head ? "col" : "row");
            first = false;
        }
        draft.out().append("</tr>\n");
    }

    private static boolean isEmpty(Element cell) {
        return !cell.hasText() && cell.childrenSize() == 0;
    }

    private static boolean holdsBlocks(Element cell) {
        for (int i = 0; i < cell.childNodeSize(); i++) {
            if (Reading.isBlock(cell.childNode(i))) {
                return true;
            }
        }
        return false;
    }

    private void cell(Element cell, boolean header, String scope) {
        StringBuilder out = draft.out();
        String name = header ? "th" : "td";
        out.append('<').append(name);
        if (header) {
            String own = cell.attr("scope").toLowerCase(Locale.ROOT);
            Html.attribute(
                    out, "scope", List.of("col", "row", "colgroup", "rowgroup").contains(own) ? own : scope);
        }
        cell.removeAttr("scope");
        String align = cell.attr("align").toLowerCase(Locale.ROOT);
        if (align.equals("right") || align.equals("center")) {
            Html.attribute(out, "class", align);
            cell.removeAttr("class");
        }
        attributes.write(cell, name);
        out.append('>');
        boolean holder = holdsBlocks(cell);
        if (holder) {
            draft.blocks().open(Block.Kind.OTHER, "");
        }
        for (Node child : cell.childNodes()) {
            reading.node(child);
        }
        if (holder) {
            draft.blocks().close();
        }
        out.append("</").append(name).append('>');
        draft.space();
    }
}
