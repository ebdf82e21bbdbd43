package dev.tierzero.markup;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;

/** Writes blocks of code as marked HTML. */
final class CodeWriter {

    private final MarkedOutput output;

    CodeWriter(MarkedOutput output) {
        this.output = output;
    }

    void fenced(FencedCodeBlock node) {
        FenceInfo info = FenceInfo.of(node.getInfo().toString());
        int offset = node.getStartOffset();
        for (String word : info.unknown()) {
            output.warning(
                    "CB001",
                    offset,
                    "the fence's \"" + word + "\" means nothing",
                    "after the language write title=\"…\", alt=\"…\", linenums, or lines to highlight as {2,4-5}");
        }
        if (node.getClosingMarker().isEmpty()) {
            output.warning(
                    "MD004",
                    offset,
                    "this block of code is not closed",
                    "end it with a line of the marks it begins with");
        }
        open(info, offset);
        Html.text(output.out(), node.getContentChars().toString());
        output.out().append("</code></pre>\n");
    }

    private void open(FenceInfo info, int offset) {
        StringBuilder out = output.tag("pre", offset);
        Html.attribute(out, "data-lang", info.language());
        if (!info.title().isEmpty()) {
            Html.attribute(out, "data-title", info.title());
        }
        if (!info.alt().isEmpty()) {
            Html.attribute(out, "data-alt", info.alt());
        }
        if (!info.highlight().isEmpty()) {
            Html.attribute(out, "data-highlight", info.highlight());
        }
        out.append(info.numbered() ? " data-numbers><code>" : "><code>");
    }

    void indented(IndentedCodeBlock node) {
        output.tag("pre", node.getStartOffset()).append(" data-lang=\"\"><code>");
        Html.text(output.out(), node.getContentChars().trimTailBlankLines().toString());
        output.out().append("</code></pre>\n");
    }
}
