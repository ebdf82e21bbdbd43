package dev.tierzero.markup;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.definition.DefinitionItem;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.definition.DefinitionTerm;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListItem;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.util.ast.BlankLine;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import dev.tierzero.api.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Writes flexmark's tree as marked HTML: the blocks. One page, one thread. */
final class MarkdownWriter {

    private static final Map<Class<? extends Node>, BiConsumer<MarkdownWriter, Node>> BLOCKS = Map.ofEntries(
            block(Paragraph.class, MarkdownWriter::paragraph),
            block(Heading.class, MarkdownWriter::heading),
            block(BulletList.class, (writer, node) -> writer.wrap("ul", node)),
            block(OrderedList.class, MarkdownWriter::orderedList),
            block(com.vladsch.flexmark.ast.BulletListItem.class, MarkdownWriter::item),
            block(com.vladsch.flexmark.ast.OrderedListItem.class, MarkdownWriter::item),
            block(TaskListItem.class, MarkdownWriter::task),
            block(BlockQuote.class, (writer, node) -> writer.alerts.write(node)),
            block(FencedCodeBlock.class, (writer, node) -> writer.code.fenced(node)),
            block(IndentedCodeBlock.class, (writer, node) -> writer.code.indented(node)),
            block(HtmlBlock.class, (writer, node) -> RawHtml.block(writer.output, node)),
            block(HtmlCommentBlock.class, (writer, node) -> RawHtml.block(writer.output, node)),
            block(ThematicBreak.class, (writer, node) -> writer.output
                    .open("hr", node.getStartOffset())
                    .append('\n')),
            block(TableBlock.class, (writer, node) -> new TableWriter(writer).write(node)),
            block(DefinitionList.class, (writer, node) -> writer.wrap("dl", node)),
            block(DefinitionTerm.class, MarkdownWriter::term),
            block(DefinitionItem.class, (writer, node) -> writer.wrap("dd", node)),
            block(FootnoteBlock.class, MarkdownWriter::footnote),
            block(Container.class, (writer, node) -> writer.containers.write(node)),
            block(Container.End.class, (writer, node) -> {}),
            block(Reference.class, (writer, node) -> {}),
            block(BlankLine.class, (writer, node) -> {}));

    private final MarkedOutput output;
    private final InlineWriter inlines;
    private final CodeWriter code;
    private final AlertWriter alerts;
    private final ContainerWriter containers;

    MarkdownWriter(Document document, Expansion.Expanded expanded) {
        this.output = new MarkedOutput(expanded);
        this.inlines = new InlineWriter(document, output);
        this.code = new CodeWriter(output);
        this.alerts = new AlertWriter(this);
        this.containers = new ContainerWriter(this);
        children(document);
    }

    /** The marked HTML. */
    String html() {
        return output.html();
    }

    /** What the author did wrong. */
    List<Diagnostic> diagnostics() {
        return output.diagnostics();
    }

    MarkedOutput output() {
        return output;
    }

    InlineWriter inlines() {
        return inlines;
    }

    /** Writes the blocks in a block. */
    void children(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (containers.startsTabs(node)) {
                node = containers.tabs(node);
            } else {
                block(node);
            }
        }
    }

    private void block(Node node) {
        BiConsumer<MarkdownWriter, Node> writer = BLOCKS.get(node.getClass());
        if (writer == null) {
            throw new IllegalStateException("no writer for " + node.getClass().getName());
        }
        writer.accept(this, node);
    }

    private void wrap(String tag, Node node) {
        output.open(tag, node.getStartOffset()).append('\n');
        children(node);
        output.close(tag);
    }

    private void paragraph(Paragraph node) {
        if (node.getFirstChild() == null) {
            return;
        }
        if (isTight(node.getParent())) {
            inlines.children(node);
            output.out().append('\n');
            return;
        }
        if (TableWriter.isCaption(node)) {
            return;
        }
        if (node.getChars().startsWith(":::")) {
            output.warning(
                    "MD003",
                    node.getStartOffset(),
                    "these colons open and close nothing",
                    "write :::kind to open a block, and ::: with as many colons to close it");
        }
        output.open("p", node.getStartOffset());
        inlines.children(node);
        output.close("p");
    }

    private static boolean isTight(Node parent) {
        return parent instanceof ListItem item
                ? item.isTight()
                : parent instanceof DefinitionItem definition && definition.isTight();
    }

    private void heading(Heading node) {
        int opened = output.out().length();
        String tag = "h" + node.getLevel();
        output.open(tag, node.getStartOffset());
        int start = output.out().length();
        inlines.children(node);
        String id = output.cutExplicitId(start);
        if (!id.isEmpty()) {
            StringBuilder attribute = new StringBuilder();
            Html.attribute(attribute, "id", id);
            output.out().insert(opened + 1 + tag.length(), attribute);
        }
        output.close(tag);
    }

    private void orderedList(OrderedList node) {
        output.tag("ol", node.getStartOffset());
        if (node.getStartNumber() != 1) {
            Html.attribute(output.out(), "start", Integer.toString(node.getStartNumber()));
        }
        output.out().append(">\n");
        children(node);
        output.close("ol");
    }

    private void item(ListItem node) {
        output.open("li", node.getStartOffset());
        children(node);
        output.close("li");
    }

    private void task(TaskListItem node) {
        output.tag("li", node.getStartOffset());
        output.out().append(node.isItemDoneMarker() ? " data-task=\"x\">" : " data-task=\" \">");
        children(node);
        output.close("li");
    }

    private void term(DefinitionTerm node) {
        output.open("dt", node.getStartOffset());
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Paragraph) {
                inlines.children(child);
            } else {
                inlines.write(child);
            }
        }
        output.close("dt");
    }

    private void footnote(FootnoteBlock node) {
        output.tag("t0-footnote", node.getStartOffset());
        Html.attribute(output.out(), "id", node.getText().toString());
        output.out().append(">\n");
        children(node);
        output.close("t0-footnote");
    }

    private static <N extends Node> Map.Entry<Class<? extends Node>, BiConsumer<MarkdownWriter, Node>> block(
            Class<N> type, BiConsumer<MarkdownWriter, N> writer) {
        return Map.entry(type, (self, node) -> writer.accept(self, type.cast(node)));
    }
}
