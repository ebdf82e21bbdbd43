package dev.tierzero.markup;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Body;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Parsed;
import dev.tierzero.model.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Content in memory, and pages parsed from it. */
final class Pages {

    private final Map<String, byte[]> files = new TreeMap<>();
    private String title = "Page";

    static Pages none() {
        return new Pages();
    }

    Pages with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Pages with(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    Pages untitled() {
        title = "";
        return this;
    }

    ContentFiles contents() {
        return new ContentFiles() {
            @Override
            public boolean contains(String path) {
                return files.containsKey(path);
            }

            @Override
            public Optional<byte[]> read(String path) {
                return Optional.ofNullable(files.get(path));
            }

            @Override
            public String file(String path) {
                return "content/" + path;
            }
        };
    }

    DocumentParser parser() {
        return new DocumentParser(
                contents(),
                Map.of(Markup.MARKDOWN, new MarkdownRenderer(contents())),
                new PlainHighlighter(),
                source -> "page");
    }

    /** A page at {@code guides/page.md} whose body starts on line 1. */
    Source source(String markdown) {
        return source(markdown, 1);
    }

    Source source(String markdown, int firstLine) {
        Metadata metadata = title.isEmpty()
                ? Metadata.EMPTY
                : new Metadata(
                        Map.of("title", new Metadata.Value(title, SourcePosition.ofFile("content/guides/page.md"))));
        return new Source("guides/page.md", "content/guides/page.md", Markup.MARKDOWN, metadata, markdown, firstLine);
    }

    Parsed parse(String markdown) {
        return parser().parse(source(markdown));
    }

    /** The body with {@code {URL target}} and {@code {TITLE target}} in its slots. */
    static String html(Parsed parsed) {
        StringBuilder html = new StringBuilder(parsed.document().body().html());
        List<Body.Slot> slots = new ArrayList<>(parsed.document().body().slots());
        Collections.reverse(slots);
        slots.forEach(slot -> html.insert(
                slot.offset(),
                "{" + slot.kind() + " "
                        + parsed.document().links().get(slot.link()).target() + "}"));
        return html.toString();
    }

    static String html(String markdown) {
        return html(none().parse(markdown));
    }

    /** Findings one a line: {@code line:col code message | hint}, the page's own file left out. */
    static String findings(Parsed parsed) {
        StringBuilder lines = new StringBuilder();
        for (Diagnostic found : parsed.diagnostics()) {
            lines.append(found.position().toString().replace("content/guides/page.md:", ""))
                    .append(' ')
                    .append(found.severity().word())
                    .append(' ')
                    .append(found.code())
                    .append(": ")
                    .append(found.message())
                    .append(" | ")
                    .append(found.hint());
            if (!found.includedFrom().isEmpty()) {
                lines.append(" | from ").append(found.includedFrom());
            }
            lines.append('\n');
        }
        return lines.toString();
    }

    static String findings(String markdown) {
        return findings(none().parse(markdown));
    }
}
