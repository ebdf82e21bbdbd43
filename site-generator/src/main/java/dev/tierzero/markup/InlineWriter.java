package dev.tierzero.markup;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.TextBase;
import com.vladsch.flexmark.ast.WhiteSpace;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Writes flexmark's tree as marked HTML: what stands within a block. */
final class InlineWriter {

    private static final Map<Class<? extends Node>, BiConsumer<InlineWriter, Node>> INLINES = Map.ofEntries(
            inline(Text.class, (writer, node) -> writer.text(node)),
            inline(TextBase.class, (writer, node) -> writer.children(node)),
            inline(WhiteSpace.class, (writer, node) -> writer.out.append(node.getChars())),
            inline(SoftLineBreak.class, (writer, node) -> writer.out.append('\n')),
            inline(HardLineBreak.class, (writer, node) -> writer.out.append("<br>\n")),
            inline(Emphasis.class, (writer, node) -> writer.wrap("em", node)),
            inline(StrongEmphasis.class, (writer, node) -> writer.wrap("strong", node)),
            inline(Strikethrough.class, (writer, node) -> writer.wrap("del", node)),
            inline(Code.class, InlineWriter::code),
            inline(Link.class, InlineWriter::link),
            inline(LinkRef.class, InlineWriter::linkRef),
            inline(Image.class, InlineWriter::image),
            inline(ImageRef.class, InlineWriter::imageRef),
            inline(AutoLink.class, (writer, node) -> writer.auto(node, "", node.getText())),
            inline(MailLink.class, (writer, node) -> writer.auto(node, "mailto:", node.getText())),
            inline(HtmlInline.class, (writer, node) -> RawHtml.inline(writer.output, node.getChars())),
            inline(HtmlInlineComment.class, (writer, node) -> {}),
            inline(HtmlEntity.class, (writer, node) -> writer.out.append(node.getChars())),
            inline(Footnote.class, InlineWriter::footnote));

    /** Pairs of Markdown's marks, and escapes. */
    private static final Pattern MARKS =
            Pattern.compile("[*_`]{1,3}(?<![\\w\\\\][*_`]{1,3})([^*_`]+)[*_`]{1,3}(?!\\w)|\\\\(\\p{Punct})");

    private final Document document;
    private final MarkedOutput output;
    private final StringBuilder out;
    private int links;
    private boolean inTable;

    InlineWriter(Document document, MarkedOutput output) {
        this.document = document;
        this.output = output;
        this.out = output.out();
    }

    /** Writes what stands in a node. */
    void children(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            write(node);
        }
    }

    /** Writes what stands in a cell of a table, where code spells a bar {@code \|}. */
    void cell(Node cell) {
        inTable = true;
        children(cell);
        inTable = false;
    }

    /** Writes a node and those after it. */
    void siblings(Node first) {
        for (Node node = first; node != null; node = node.getNext()) {
            write(node);
        }
    }

    /** Writes a node; one of no known class as its text. */
    void write(Node node) {
        BiConsumer<InlineWriter, Node> writer = INLINES.get(node.getClass());
        if (writer != null) {
            writer.accept(this, node);
        } else {
            Html.text(out, node.getChars());
        }
    }

    /** The text of a line without Markdown's marks, for titles. */
    static String plain(String markdown) {
        return MARKS.matcher(markdown).replaceAll("$1$2");
    }

    private void text(Text node) {
        String text = node.getChars().toString();
        if (links > 0) {
            TextWriter.text(out, text, 0, text.length());
        } else {
            TextWriter.linked(output, text, node.getStartOffset());
        }
    }

    private void wrap(String tag, Node node) {
        out.append('<').append(tag).append('>');
        children(node);
        out.append("</").append(tag).append('>');
    }

    private void code(Code node) {
        String written = node.getText().toString().replace('\n', ' ');
        String text = inTable ? written.replace("\\|", "|") : written;
        boolean padded = text.length() > 2 && text.startsWith(" ") && text.endsWith(" ") && !text.isBlank();
        out.append("<code>");
        Html.text(out, padded ? text.substring(1, text.length() - 1) : text);
        out.append("</code>");
    }

    private void link(Link node) {
        anchor(node, node.getUrl(), node.getTitle());
    }

    private void linkRef(LinkRef node) {
        Optional<Reference> reference = reference(node);
        if (reference.isPresent()) {
            anchor(node, reference.get().getUrl(), reference.get().getTitle());
        } else {
            undefined(node);
        }
    }

    private void anchor(Node node, BasedSequence url, BasedSequence title) {
        output.tag("a", node.getStartOffset());
        Html.attribute(out, "href", url.unescape());
        if (title.isNotNull()) {
            Html.attribute(out, "title", title.unescape());
        }
        out.append('>');
        links++;
        if (node instanceof LinkRef reference && !reference.hasChildren()) {
            TextWriter.text(
                    out, reference.getReference(), 0, reference.getReference().length());
        } else {
            children(node);
        }
        links--;
        out.append("</a>");
    }

    private void image(Image node) {
        picture(node, node.getUrl(), node.getTitle(), altText(node));
    }

    private void imageRef(ImageRef node) {
        Optional<Reference> reference = reference(node);
        if (reference.isPresent()) {
            String alt =
                    node.hasChildren() ? altText(node) : node.getReference().unescape();
            picture(node, reference.get().getUrl(), reference.get().getTitle(), alt);
        } else {
            undefined(node);
        }
    }

    private void picture(Node node, BasedSequence url, BasedSequence title, String alt) {
        output.tag("img", node.getStartOffset());
        Html.attribute(out, "src", url.unescape());
        if (!alt.isBlank()) {
            Html.attribute(out, "alt", alt.strip());
        }
        if (title.isNotNull()) {
            Html.attribute(out, "title", title.unescape());
        }
        out.append('>');
    }

    private static String altText(Node parent) {
        StringBuilder text = new StringBuilder();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Code code) {
                text.append(code.getText());
            } else if (node instanceof Text || node instanceof HtmlEntity) {
                text.append(node.getChars().unescape());
            } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                text.append(' ');
            } else {
                text.append(altText(node));
            }
        }
        return text.toString();
    }

    private void auto(Node node, String scheme, BasedSequence text) {
        output.tag("a", node.getStartOffset());
        Html.attribute(out, "href", scheme + text);
        out.append('>');
        Html.text(out, text);
        out.append("</a>");
    }

    private void footnote(Footnote node) {
        output.tag("t0-fnref", node.getStartOffset());
        Html.attribute(out, "id", node.getText());
        out.append("></t0-fnref>");
    }

    private Optional<Reference> reference(RefNode node) {
        return Optional.ofNullable(node.getReferenceNode(document));
    }

    /** Brackets that refer to nothing are text. */
    private void undefined(RefNode node) {
        BasedSequence chars = node.getChars();
        if (!node.hasChildren()) {
            TextWriter.text(out, chars, 0, chars.length());
            return;
        }
        int start = node.getFirstChild().getStartOffset() - chars.getStartOffset();
        int end = node.getLastChild().getEndOffset() - chars.getStartOffset();
        TextWriter.text(out, chars, 0, start);
        children(node);
        TextWriter.text(out, chars, end, chars.length());
    }

    private static <N extends Node> Map.Entry<Class<? extends Node>, BiConsumer<InlineWriter, Node>> inline(
            Class<N> type, BiConsumer<InlineWriter, N> writer) {
        return Map.entry(type, (self, node) -> writer.accept(self, type.cast(node)));
    }
}
