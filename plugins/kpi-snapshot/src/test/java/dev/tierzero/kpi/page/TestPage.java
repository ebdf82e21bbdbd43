package dev.tierzero.kpi.page;

import dev.tierzero.api.Block;
import dev.tierzero.api.CodeBlock;
import dev.tierzero.api.Document;
import dev.tierzero.api.Heading;
import dev.tierzero.api.InsertReference;
import dev.tierzero.api.Link;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.SourcePosition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A page of which a test needs the type, the title, some metadata and some headings. */
public record TestPage(String path, String type, String title, Metadata metadata, List<Heading> headings)
        implements Document {

    /**
     * A page.
     *
     * @param metadata pairs of key and value
     */
    public static TestPage of(String path, String type, String title, Map<String, String> metadata) {
        SourcePosition at = SourcePosition.ofFile("content/" + path);
        Map<String, Metadata.Value> values = new LinkedHashMap<>();
        metadata.forEach((key, value) -> values.put(key, new Metadata.Value(value, at)));
        return new TestPage(path, type, title, new Metadata(values), List.of());
    }

    /** The same with a heading. */
    public TestPage heading(String id, String text) {
        Heading heading = new Heading(2, id, text, SourcePosition.ofFile(file()));
        return new TestPage(path, type, title, metadata, List.of(heading));
    }

    @Override
    public String file() {
        return "content/" + path;
    }

    @Override
    public List<String> ids() {
        return headings.stream().map(Heading::id).toList();
    }

    @Override
    public List<Link> links() {
        return List.of();
    }

    @Override
    public List<CodeBlock> codeBlocks() {
        return List.of();
    }

    @Override
    public List<Block> blocks() {
        return List.of();
    }

    @Override
    public List<InsertReference> inserts() {
        return List.of();
    }

    @Override
    public String text() {
        return "";
    }
}
