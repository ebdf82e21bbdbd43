package dev.tierzero.markup;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.BlankLine;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;

/** Writes GitHub's tables as marked HTML, with the caption that stands above: {@code Table: Caption {.row-headers}}. */
final class TableWriter {

    /** TRUST T9. */
    private static final int MAX_CELLS = 10_000;

    private static final String CAPTION = "Table: ";
    private static final String ROW_HEADERS = "{.row-headers}";

    private final MarkdownWriter writer;
    private int cells;
    private int columns;

    TableWriter(MarkdownWriter writer) {
        this.writer = writer;
    }

    /** Whether a paragraph is the caption of the table that follows it. */
    static boolean isCaption(Paragraph paragraph) {
        if (!paragraph.getChars().startsWith(CAPTION) || paragraph.getLineCount() != 1) {
            return false;
        }
        Node next = paragraph.getNext();
        while (next instanceof BlankLine) {
            next = next.getNext();
        }
        return next instanceof TableBlock;
    }

    void write(TableBlock table) {
        MarkedOutput output = writer.output();
        Node previous = table.getPrevious();
        while (previous instanceof BlankLine) {
            previous = previous.getPrevious();
        }
        StringBuilder out = output.tag("table", table.getStartOffset());
        if (previous instanceof Paragraph paragraph && isCaption(paragraph)) {
            caption(paragraph, out);
        } else {
            out.append(">\n");
        }
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            if (part.getFirstChild() != null && !(part instanceof TableSeparator)) {
                part(part, part instanceof TableHead ? "thead" : "tbody");
            }
        }
        output.close("table");
        if (cells > MAX_CELLS) {
            output.error(
                    "MD011",
                    table.getStartOffset(),
                    "the table has more than " + MAX_CELLS + " cells",
                    "divide the table, or offer the data as a file");
        }
    }

    private void caption(Paragraph paragraph, StringBuilder out) {
        boolean rows = paragraph.getChars().trim().endsWith(ROW_HEADERS);
        out.append(rows ? " data-row-headers>\n<caption>" : ">\n<caption>");
        int start = out.length();
        writer.inlines().children(paragraph);
        if (rows) {
            out.setLength(out.lastIndexOf(ROW_HEADERS));
        }
        out.delete(start, start + CAPTION.length());
        while (out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        out.append("</caption>\n");
    }

    private void part(Node part, String tag) {
        StringBuilder out = writer.output().out();
        out.append('<').append(tag).append(">\n");
        for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
            if (row instanceof TableRow && cells <= MAX_CELLS) {
                row(row, out);
            }
        }
        writer.output().close(tag);
    }

    private void row(Node row, StringBuilder out) {
        writer.output().open("tr", row.getStartOffset());
        int width = 0;
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell tableCell) {
                cell(tableCell, out);
                width++;
            }
        }
        columns = Math.max(columns, width);
        out.append("<td></td>".repeat(columns - width)).append("</tr>\n");
        cells += columns;
    }

    private void cell(TableCell cell, StringBuilder out) {
        String tag = cell.isHeader() ? "th" : "td";
        writer.output().tag(tag, cell.getStartOffset());
        if (cell.getAlignment() != null) {
            Html.attribute(out, "align", cell.getAlignment().name().toLowerCase(Locale.ROOT));
        }
        out.append('>');
        writer.inlines().cell(cell);
        out.append("</").append(tag).append('>');
    }
}
