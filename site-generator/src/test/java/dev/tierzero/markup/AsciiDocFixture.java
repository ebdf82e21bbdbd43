package dev.tierzero.markup;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Parsed;
import dev.tierzero.model.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A content folder in memory and what becomes of its page {@code page.adoc}. */
record AsciiDocFixture(Map<String, String> files) {

    static final String PAGE = "page.adoc";

    /** A folder with a page only. */
    static AsciiDocFixture page(String text) {
        return new AsciiDocFixture(Map.of(PAGE, text));
    }

    ContentFiles contents() {
        return new ContentFiles() {
            @Override
            public boolean contains(String path) {
                return files.containsKey(path);
            }

            @Override
            public Optional<byte[]> read(String path) {
                return Optional.ofNullable(files.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public String file(String path) {
                return "content/" + path;
            }
        };
    }

    static Source source(String path, String text) {
        String file = "content/" + path;
        Metadata titled = new Metadata(Map.of("title", new Metadata.Value("Title", SourcePosition.ofFile(file))));
        return new Source(path, file, Markup.ofPath(path).orElseThrow(), titled, text, 1);
    }

    Rendered rendered() {
        return new AsciiDocRenderer(contents()).render(source(PAGE, files.getOrDefault(PAGE, "")));
    }

    /** The marked HTML. */
    String html() {
        return rendered().html();
    }

    /** The marked HTML without positions. */
    String plain() {
        return html().replaceAll(" data-p=\"[0-9:]*\"", "");
    }

    /** The findings of the renderer, one line each: {@code file:line:col code message | hint}. */
    List<String> findings() {
        return rendered().diagnostics().stream().map(AsciiDocFixture::line).toList();
    }

    static String line(Diagnostic finding) {
        String chain = finding.includedFrom().isEmpty() ? "" : " " + finding.includedFrom();
        return finding.position() + " " + finding.severity().word() + " " + finding.code() + " " + finding.message()
                + " | " + finding.hint() + chain;
    }

    /** The page through the whole pipeline of parsing. */
    Parsed parsed() {
        return parser().parse(source(PAGE, files.getOrDefault(PAGE, "")));
    }

    DocumentParser parser() {
        ContentFiles contents = contents();
        return new DocumentParser(
                contents,
                Map.of(
                        Markup.ASCIIDOC,
                        new AsciiDocRenderer(contents),
                        Markup.MARKDOWN,
                        new MarkdownRenderer(contents)),
                new SyntaxHighlighter(),
                source -> "page");
    }
}
