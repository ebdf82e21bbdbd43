package dev.tierzero.coverage;

import dev.tierzero.api.Block;
import dev.tierzero.api.CodeBlock;
import dev.tierzero.api.DataNode;
import dev.tierzero.api.Document;
import dev.tierzero.api.Heading;
import dev.tierzero.api.InsertReference;
import dev.tierzero.api.Link;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of a test: YAML between lines of three hyphens, then lines of text, {@code ## headings}, {@code 1. steps} and fenced code.
 *
 * @param text all words outside fences
 */
record Page(
        String path,
        String file,
        String type,
        String title,
        Metadata metadata,
        List<Heading> headings,
        List<CodeBlock> codeBlocks,
        List<Block> blocks,
        String text)
        implements Document {

    static Page of(String path, String source) {
        String file = "content/" + path;
        int end = source.indexOf("\n---\n", 3);
        Metadata metadata = metadata(file, source.substring(4, end + 1));
        List<Heading> headings = new ArrayList<>();
        List<CodeBlock> codes = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> fence = new ArrayList<>();
        boolean inFence = false;
        int line = (int) source.substring(0, end + 5).lines().count();
        for (String text : source.substring(end + 5).split("\n", -1)) {
            SourcePosition at = SourcePosition.ofLine(file, ++line);
            if (text.startsWith("```")) {
                if (inFence) {
                    codes.add(new CodeBlock("console", String.join("\n", fence), at));
                    fence.clear();
                }
                inFence = !inFence;
            } else if (inFence) {
                fence.add(text);
            } else if (text.startsWith("## ")) {
                String title = text.substring(3);
                String id = title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
                headings.add(new Heading(2, id, title, at));
                blocks.add(block(Block.Kind.HEADING, title, id, at));
            } else if (text.matches("\\d+\\. .*")) {
                blocks.add(block(
                        Block.Kind.ORDERED_ITEM,
                        text.replaceFirst("\\d+\\. ", ""),
                        text.replaceFirst("\\..*", ""),
                        at));
            } else {
                words.add(text);
            }
        }
        return new Page(
                path,
                file,
                metadata.text("type").orElse("page"),
                metadata.text("title").orElse("Untitled"),
                metadata,
                List.copyOf(headings),
                List.copyOf(codes),
                List.copyOf(blocks),
                String.join(" ", words).strip());
    }

    private static Block block(Block.Kind kind, String text, String detail, SourcePosition at) {
        return new Block(kind, text, detail, at, List.of(), List.of(), Optional.empty());
    }

    private static Metadata metadata(String file, String yaml) {
        Map<String, Metadata.Value> values = new LinkedHashMap<>();
        int line = 1;
        for (String text : yaml.split("\n", -1)) {
            line++;
            int colon = text.indexOf(": ");
            if (colon > 0) {
                DataNode value = Yaml.read(file, text.substring(colon + 2));
                Object plain = value.kind() == DataNode.Kind.LIST
                        ? value.texts()
                        : value.text().orElse("");
                values.put(text.substring(0, colon), new Metadata.Value(plain, new SourcePosition(file, line, 1)));
            }
        }
        return new Metadata(values);
    }

    @Override
    public List<Link> links() {
        return List.of();
    }

    @Override
    public List<String> ids() {
        return headings.stream().map(Heading::id).toList();
    }

    @Override
    public List<InsertReference> inserts() {
        return List.of();
    }
}
