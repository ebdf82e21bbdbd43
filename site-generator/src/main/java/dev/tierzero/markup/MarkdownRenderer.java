package dev.tierzero.markup;

import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.MutableDataSet;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.Source;
import java.util.ArrayList;
import java.util.List;

/** Renders Markdown: CommonMark, GitHub's tables, task lists, strikethrough and alerts, and the containers of MkDocs and Docusaurus. */
public final class MarkdownRenderer implements Renderer {

    private final ContentFiles contents;
    private final Parser parser;

    /** @param contents where includes are looked up */
    public MarkdownRenderer(ContentFiles contents) {
        this.contents = contents;
        this.parser = Parser.builder(options()).build();
    }

    @Override
    public Rendered render(Source source) {
        Includes includes = new Includes(contents, source);
        Expansion.Expanded expanded = Expansion.of(source, includes);
        List<Diagnostic> diagnostics = new ArrayList<>(includes.diagnostics());
        diagnostics.addAll(expanded.diagnostics());
        List<Diagnostic> refusals = Burden.refusals(expanded);
        diagnostics.addAll(refusals);
        String html = "";
        if (refusals.isEmpty()) {
            Document document = parser.parse(expanded.text());
            MarkdownWriter writer = new MarkdownWriter(document, expanded);
            html = writer.html();
            diagnostics.addAll(writer.diagnostics());
        }
        return new Rendered(html, includes.files(), includes.included(), diagnostics);
    }

    private static MutableDataSet options() {
        MutableDataSet options = new MutableDataSet();
        options.set(
                Parser.EXTENSIONS,
                List.of(
                        TablesExtension.create(),
                        TaskListExtension.create(),
                        StrikethroughExtension.create(),
                        DefinitionExtension.create(),
                        FootnoteExtension.create(),
                        new Containers()));
        options.set(TablesExtension.COLUMN_SPANS, false);
        options.set(TablesExtension.DISCARD_EXTRA_COLUMNS, true);
        options.set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true);
        options.set(TablesExtension.MIN_HEADER_ROWS, 1);
        options.set(TablesExtension.MAX_HEADER_ROWS, 1);
        options.set(TablesExtension.MIN_SEPARATOR_DASHES, 1);
        options.set(TablesExtension.WITH_CAPTION, false);
        options.set(DefinitionExtension.TILDE_MARKER, false);
        return options;
    }
}
