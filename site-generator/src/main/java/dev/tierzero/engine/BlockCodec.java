package dev.tierzero.engine;

import dev.tierzero.api.Block;
import dev.tierzero.api.CodeBlock;
import dev.tierzero.api.InsertReference;
import dev.tierzero.api.Link;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Outline;
import dev.tierzero.model.ParsedDocument;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Writes the outline of a page as bytes and reads it back; links and code are written once, as the page's own, and named by number, and
 * the page's file is not named again.
 */
final class BlockCodec {

    private static final List<Block.Kind> KINDS = List.of(Block.Kind.values());

    private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
    private final String file;

    private BlockCodec(ParsedDocument document) {
        this.file = document.file();
        number(document.links());
        number(document.codeBlocks());
    }

    private void number(List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            numbers.put(values.get(i), i);
        }
    }

    static void write(DataOutput out, ParsedDocument document) throws IOException {
        BlockCodec codec = new BlockCodec(document);
        DocumentCodec.list(out, document.outline().blocks(), codec::block);
        DocumentCodec.list(out, document.outline().inserts(), codec::insert);
    }

    /** @param file of the page */
    static Outline read(DataInput in, String file, List<Link> links, List<CodeBlock> code) throws IOException {
        Page page = new Page(file, links, code);
        return new Outline(
                DocumentCodec.list(in, page::block),
                DocumentCodec.list(
                        in, i -> new InsertReference(DocumentCodec.text(i), i.readBoolean(), page.position(i))));
    }

    private void block(DataOutput out, Block block) throws IOException {
        out.writeByte(KINDS.indexOf(block.kind()));
        DocumentCodec.text(out, block.text());
        DocumentCodec.text(out, block.detail());
        position(out, block.position());
        DocumentCodec.list(out, block.links(), (o, link) -> o.writeInt(number(link)));
        DocumentCodec.list(out, block.children(), this::block);
        out.writeInt(block.code().map(this::number).orElse(-1));
    }

    private int number(Object value) {
        return Optional.ofNullable(numbers.get(value))
                .orElseThrow(() -> new IllegalStateException("not of this page: " + value));
    }

    private void insert(DataOutput out, InsertReference insert) throws IOException {
        DocumentCodec.text(out, insert.name());
        out.writeBoolean(insert.alone());
        position(out, insert.position());
    }

    private void position(DataOutput out, SourcePosition position) throws IOException {
        boolean own = position.file().equals(file);
        out.writeBoolean(own);
        if (!own) {
            DocumentCodec.text(out, position.file());
        }
        out.writeInt(position.line());
        out.writeInt(position.column());
    }

    /** What blocks refer to. */
    private record Page(String file, List<Link> links, List<CodeBlock> code) {

        Block block(DataInput in) throws IOException {
            Block.Kind kind = KINDS.get(in.readUnsignedByte());
            String text = DocumentCodec.text(in);
            String detail = DocumentCodec.text(in);
            SourcePosition position = position(in);
            List<Link> own = DocumentCodec.list(in, i -> links.get(i.readInt()));
            List<Block> children = DocumentCodec.list(in, this::block);
            int number = in.readInt();
            return new Block(
                    kind,
                    text,
                    detail,
                    position,
                    own,
                    children,
                    number < 0 ? Optional.empty() : Optional.of(code.get(number)));
        }

        SourcePosition position(DataInput in) throws IOException {
            return new SourcePosition(in.readBoolean() ? file : DocumentCodec.text(in), in.readInt(), in.readInt());
        }
    }
}
