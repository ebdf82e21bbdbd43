package dev.tierzero.markup;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes quotes, and the alerts that GitHub writes as quotes: {@code > [!WARNING] Optional title}. */
final class AlertWriter {

    private static final Pattern MARK = Pattern.compile("\\[!([A-Za-z]+)]([-+]?)[ \\t]*(.*)");

    private final MarkdownWriter writer;

    AlertWriter(MarkdownWriter writer) {
        this.writer = writer;
    }

    void write(BlockQuote node) {
        MarkedOutput output = writer.output();
        if (node.getFirstChild() instanceof Paragraph first && first.getFirstChild() != null) {
            Matcher mark = MARK.matcher(first.getLineChars(0).trim().toString());
            if (mark.matches()) {
                Optional<String> kind = Opening.kind(mark.group(1));
                if (kind.isPresent()) {
                    alert(node, first, kind.get(), mark);
                    return;
                }
                output.warning(
                        "MD002",
                        first.getStartOffset(),
                        "\"" + mark.group(1) + "\" is no kind of admonition",
                        ContainerWriter.kinds(mark.group(1)));
            }
        }
        output.open("blockquote", node.getStartOffset()).append('\n');
        writer.children(node);
        output.close("blockquote");
    }

    private void alert(BlockQuote node, Paragraph first, String kind, Matcher mark) {
        MarkedOutput output = writer.output();
        StringBuilder out = output.tag("t0-admonition", node.getStartOffset());
        Html.attribute(out, "kind", kind);
        if (!mark.group(3).isBlank()) {
            Html.attribute(out, "title", InlineWriter.plain(mark.group(3).strip()));
        }
        out.append(mark.group(2).isEmpty() ? "" : " collapsible")
                .append(mark.group(2).equals("+") ? " open>\n" : ">\n");
        afterFirstLine(first).ifPresent(rest -> {
            output.open("p", rest.getStartOffset());
            writer.inlines().siblings(rest);
            output.close("p");
        });
        first.unlink();
        writer.children(node);
        output.close("t0-admonition");
    }

    private static Optional<Node> afterFirstLine(Paragraph paragraph) {
        for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                return Optional.ofNullable(node.getNext());
            }
        }
        return Optional.empty();
    }
}
