package dev.tierzero.engine;

import dev.tierzero.api.Block;
import dev.tierzero.api.CodeBlock;
import dev.tierzero.api.InsertReference;
import dev.tierzero.api.Link;
import dev.tierzero.model.Outline;
import dev.tierzero.model.ParsedDocument;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Writes the outline of a page as bytes and reads it back; links and code are written once, as the page's own, and named by number. */
final class BlockCodec {

    private static final List<Block.Kind> KINDS = List.of(Block.Kind.values());

    private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();

    private BlockCodec(ParsedDocument document) {
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
        DocumentCodec.list(out, document.outline().inserts(), BlockCodec::insert);
    }

    static Outline read(DataInput in, List<Link> links, List<CodeBlock> code) throws IOException {
        return new Outline(
                DocumentCodec.list(in, i -> block(i, links, code)),
                DocumentCodec.list(
                        in,
                        i -> new InsertReference(DocumentCodec.text(i), i.readBoolean(), DocumentCodec.position(i))));
    }

    private void block(DataOutput out, Block block) throws IOException {
        out.writeByte(KINDS.indexOf(block.kind()));
        DocumentCodec.text(out, block.text());
        DocumentCodec.text(out, block.detail());
        DocumentCodec.position(out, block.position());
        DocumentCodec.list(out, block.links(), (o, link) -> o.writeInt(number(link)));
        DocumentCodec.list(out, block.children(), this::block);
        out.writeInt(block.code().map(this::number).orElse(-1));
    }

    private int number(Object value) {
        return Optional.ofNullable(numbers.get(value))
                .orElseThrow(() -> new IllegalStateException("not of this page: " + value));
    }

    private static Block block(DataInput in, List<Link> links, List<CodeBlock> code) throws IOException {
        Block.Kind kind = KINDS.get(in.readUnsignedByte());
        String text = DocumentCodec.text(in);
        String detail = DocumentCodec.text(in);
        var position = DocumentCodec.position(in);
        List<Link> own = DocumentCodec.list(in, i -> links.get(i.readInt()));
        List<Block> children = DocumentCodec.list(in, i -> block(i, links, code));
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

    private static void insert(DataOutput out, InsertReference insert) throws IOException {
        DocumentCodec.text(out, insert.name());
        out.writeBoolean(insert.alone());
        DocumentCodec.position(out, insert.position());
    }
}
