package dev.tierzero.markup;

import dev.tierzero.api.Block;
import dev.tierzero.api.CodeBlock;
import dev.tierzero.api.Severity;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Reads code: blocks, diagrams, and code and keys within a line. */
final class CodeReading {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z0-9][a-z0-9_+#.-]{0,29}");
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

    private final Draft draft;
    private final Attributes attributes;
    private final Highlighter highlighter;
    private final ParameterMarks parameters;

    CodeReading(Draft draft, Attributes attributes, Highlighter highlighter, ParameterMarks parameters) {
        this.draft = draft;
        this.attributes = attributes;
        this.highlighter = highlighter;
        this.parameters = parameters;
    }

    void inline(Reading reading, Element element, String name) {
        draft.characters().deceptive(element.wholeText(), name.equals("kbd") ? "a key" : "code");
        draft.out().append('<').append(name);
        attributes.write(element, name);
        draft.out().append('>');
        if (element.childrenSize() == 0) {
            String text = element.wholeText();
            parameters.inline(draft.out(), text);
            draft.words(text);
        } else {
            reading.texts().literally(() -> reading.children(element));
        }
        draft.out().append("</").append(name).append('>');
    }

    void block(Element element) {
        String whole = element.wholeText();
        String code = whole.endsWith("\n") ? whole.substring(0, whole.length() - 1) : whole;
        String language = language(element);
        CodeBlock block = new CodeBlock(language, code, draft.position());
        draft.codeBlocks().add(block);
        draft.blocks().open(Block.Kind.CODE, language);
        draft.blocks().code(block);
        draft.characters().deceptive(code, "a block of code");
        draft.line();
        if (language.equals("mermaid")) {
            diagram(element, code);
        } else {
            figure(element, language, code);
        }
        draft.out().append("</figure>\n");
        draft.blocks().close();
    }

    private String language(Element element) {
        String written = element.attr("data-lang").toLowerCase(Locale.ROOT);
        if (written.isEmpty() || LANGUAGE.matcher(written).matches()) {
            if (!written.isEmpty() && !highlighter.knows(written)) {
                draft.note(
                        Severity.INFO,
                        "CB004",
                        draft.position(),
                        "code in \"" + written + "\" is not coloured: the language is not known",
                        "correct the name, or write text when there is nothing to colour");
            }
            return written;
        }
        draft.warning(
                "CB003", "\"" + written + "\" is no name of a language", "write a name such as bash, yaml or text");
        return "";
    }

    private void open(Element element, String css, String language) {
        draft.out().append("<figure class=\"").append(css).append('"');
        attributes.id(element);
        if (!language.isEmpty()) {
            Html.attribute(draft.out(), "data-lang", language);
        }
        draft.out().append('>');
        String title = element.attr("data-title").strip();
        if (!title.isEmpty()) {
            draft.out().append("<figcaption>");
            Html.text(draft.out(), title);
            draft.out().append("</figcaption>");
            draft.words(title);
            draft.space();
        }
    }

    private void figure(Element element, String language, String code) {
        boolean special = language.equals("console") || language.equals("output");
        open(element, special ? "code " + language : "code", language);
        draft.out().append("<pre tabindex=\"0\"><code");
        if (!language.isEmpty()) {
            Html.attribute(draft.out(), "class", "language-" + language);
        }
        BitSet lines = lines(element.attr("data-highlight"), (int) code.lines().count());
        draft.out()
                .append('>')
                .append(Callouts.of(element.attr("data-callouts"))
                        .on(parameters.block(
                                language, code, text -> highlighter.highlight(language, text, lines::get))))
                .append("</code></pre>");
    }

    private void diagram(Element element, String code) {
        open(element, "diagram", "mermaid");
        String alt = element.attr("data-alt").strip();
        if (alt.isEmpty()) {
            draft.warning(
                    "IM002", "the diagram has no text alternative", "say what it shows: alt=\"…\" after the language");
        } else {
            draft.out().append("<p class=\"diagram-alt\">");
            Html.text(draft.out(), alt);
            draft.out().append("</p>");
            draft.words(alt);
            draft.space();
        }
        // Without a text alternative the source is all that readers have.
        draft.out()
                .append(alt.isEmpty() ? "<details open>" : "<details>")
                .append(
                        "<summary>Diagram source (Mermaid)</summary><pre tabindex=\"0\"><code class=\"language-mermaid\">");
        Html.text(draft.out(), code);
        draft.out().append("</code></pre></details>");
    }

    private BitSet lines(String written, int count) {
        BitSet lines = new BitSet();
        if (written.isBlank()) {
            return lines;
        }
        for (String part : SEPARATOR.split(written.strip(), 0)) {
            Matcher range = RANGE.matcher(part);
            int from = range.matches() ? Integer.parseInt(range.group(1)) : 0;
            int to = from > 0 && range.group(2) != null ? Integer.parseInt(range.group(2)) : from;
            if (from < 1 || to < from || to > count) {
                draft.warning(
                        "CB002",
                        "the lines to highlight \"" + part + "\" are not in this block of " + count + " lines",
                        "write numbers and ranges of lines from 1 to " + count + ", such as 2,4-5");
            } else {
                lines.set(from, to + 1);
            }
        }
        return lines;
    }
}
