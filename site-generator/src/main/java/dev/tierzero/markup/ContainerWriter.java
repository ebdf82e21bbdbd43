package dev.tierzero.markup;

import com.vladsch.flexmark.util.ast.BlankLine;
import com.vladsch.flexmark.util.ast.Node;
import dev.tierzero.api.Nearest;
import java.util.Locale;

/** Writes admonitions, collapsible blocks and tabs as marked HTML. */
final class ContainerWriter {

    private final MarkdownWriter writer;

    ContainerWriter(MarkdownWriter writer) {
        this.writer = writer;
    }

    /** What to write instead of an unknown kind. */
    static String kinds(String word) {
        String all = "the kinds are " + String.join(", ", Opening.FIVE);
        return Nearest.of(word.toLowerCase(Locale.ROOT), Opening.FIVE)
                .map(near -> "did you mean " + near + "? " + all)
                .orElse(all);
    }

    void write(Container node) {
        unclosed(node);
        switch (node.opening().form()) {
            case ADMONITION, COLLAPSED, EXPANDED -> titled(node);
            case TABS -> {
                writer.output().open("t0-tabs", node.offset()).append('\n');
                writer.children(node);
                writer.output().close("t0-tabs");
            }
            case TAB -> tab(node);
            case UNKNOWN -> {
                writer.output()
                        .error(
                                "MD002",
                                node.offset(),
                                "\"" + node.opening().kind() + "\" is no kind of block",
                                kinds(node.opening().kind()));
                writer.children(node);
            }
        }
    }

    /** Whether a tab stands here that no {@code ::::tabs} encloses, as MkDocs writes them. */
    boolean startsTabs(Node node) {
        return isTab(node)
                && !(node.getParent() instanceof Container parent
                        && parent.opening().form() == Opening.Form.TABS);
    }

    /** Writes successive tabs as one group and returns the last of them. */
    Node tabs(Node first) {
        writer.output().open("t0-tabs", ((Container) first).offset()).append('\n');
        Node last = first;
        for (Node node = first; node != null; node = node.getNext()) {
            if (isTab(node)) {
                unclosed((Container) node);
                tab((Container) node);
                last = node;
            } else if (!(node instanceof BlankLine || node instanceof Container.End)) {
                break;
            }
        }
        writer.output().close("t0-tabs");
        return last;
    }

    private static boolean isTab(Node node) {
        return node instanceof Container container && container.opening().form() == Opening.Form.TAB;
    }

    private void tab(Container node) {
        StringBuilder out = writer.output().tag("t0-tab", node.offset());
        Html.attribute(out, "title", InlineWriter.plain(node.opening().title()));
        out.append(">\n");
        writer.children(node);
        writer.output().close("t0-tab");
    }

    private void titled(Container node) {
        Opening opening = node.opening();
        String tag = opening.kind().isEmpty() ? "t0-details" : "t0-admonition";
        StringBuilder out = writer.output().tag(tag, node.offset());
        if (!opening.kind().isEmpty()) {
            Html.attribute(out, "kind", opening.kind());
        }
        if (!opening.title().isEmpty()) {
            Html.attribute(out, "title", InlineWriter.plain(opening.title()));
        }
        if (tag.equals("t0-admonition") && opening.form() != Opening.Form.ADMONITION) {
            out.append(" collapsible");
        }
        out.append(opening.form() == Opening.Form.EXPANDED ? " open>\n" : ">\n");
        writer.children(node);
        writer.output().close(tag);
    }

    private void unclosed(Container node) {
        if (!node.closed()) {
            writer.output()
                    .error(
                            "MD001",
                            node.offset(),
                            "this block is not closed",
                            "end it with a line of as many colons as it begins with");
        }
    }
}
