package dev.tierzero.engine;

import dev.tierzero.api.CodeBlock;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Heading;
import dev.tierzero.api.Link;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.Severity;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Body;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Parsed;
import dev.tierzero.model.ParsedDocument;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes parsed pages as bytes and reads them back. The reader trusts its input: the cache checks sums before. */
final class DocumentCodec {

    private DocumentCodec() {}

    static void write(DataOutput out, Parsed parsed) throws IOException {
        ParsedDocument d = parsed.document();
        text(out, d.path());
        text(out, d.file());
        text(out, d.markup().name());
        text(out, d.type());
        text(out, d.title());
        MetadataCodec.write(out, d.metadata());
        list(out, d.headings(), DocumentCodec::heading);
        list(out, d.links(), DocumentCodec::link);
        list(out, d.codeBlocks(), DocumentCodec::codeBlock);
        list(out, d.ids(), DocumentCodec::text);
        text(out, d.text());
        text(out, d.body().html());
        list(out, d.body().slots(), DocumentCodec::slot);
        BlockCodec.write(out, d);
        list(out, d.includes(), DocumentCodec::included);
        list(out, parsed.diagnostics(), DocumentCodec::diagnostic);
        list(out, parsed.suppressions(), SuppressionCodec::write);
    }

    static Parsed read(DataInput in) throws IOException {
        String path = text(in);
        String file = text(in);
        Markup markup = Markup.valueOf(text(in));
        String type = text(in);
        String title = text(in);
        Metadata metadata = MetadataCodec.read(in);
        List<Heading> headings = list(in, i -> new Heading(i.readByte(), text(i), text(i), position(i)));
        List<Link> links = list(in, i -> new Link(Link.Kind.valueOf(text(i)), text(i), position(i)));
        List<CodeBlock> code = list(in, i -> new CodeBlock(text(i), text(i), position(i)));
        ParsedDocument document = new ParsedDocument(
                path,
                file,
                markup,
                type,
                title,
                metadata,
                headings,
                links,
                code,
                list(in, DocumentCodec::text),
                text(in),
                new Body(text(in), list(in, DocumentCodec::slot)),
                BlockCodec.read(in, file, links, code),
                list(in, DocumentCodec::included));
        return new Parsed(document, list(in, DocumentCodec::diagnostic), list(in, SuppressionCodec::read));
    }

    static void diagnostic(DataOutput out, Diagnostic d) throws IOException {
        text(out, d.severity().name());
        text(out, d.code());
        position(out, d.position());
        list(out, d.includedFrom(), DocumentCodec::position);
        text(out, d.message());
        text(out, d.hint());
    }

    static Diagnostic diagnostic(DataInput in) throws IOException {
        return new Diagnostic(
                Severity.valueOf(text(in)),
                text(in),
                position(in),
                list(in, DocumentCodec::position),
                text(in),
                text(in));
    }

    /** UTF-8 with its length in bytes; {@code writeUTF} stops at 64 KiB. */
    static void text(DataOutput out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    interface Writer<T> {
        void write(DataOutput out, T value) throws IOException;
    }

    interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    static <T> void list(DataOutput out, List<T> values, Writer<T> writer) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            writer.write(out, value);
        }
    }

    static <T> List<T> list(DataInput in, Reader<T> reader) throws IOException {
        int size = in.readInt();
        List<T> values = new ArrayList<>(Math.min(size, 4096));
        for (int i = 0; i < size; i++) {
            values.add(reader.read(in));
        }
        return values;
    }

    private static void heading(DataOutput out, Heading h) throws IOException {
        out.writeByte(h.level());
        text(out, h.id());
        text(out, h.text());
        position(out, h.position());
    }

    private static void link(DataOutput out, Link l) throws IOException {
        text(out, l.kind().name());
        text(out, l.target());
        position(out, l.position());
    }

    private static void codeBlock(DataOutput out, CodeBlock c) throws IOException {
        text(out, c.language());
        text(out, c.text());
        position(out, c.position());
    }

    private static void slot(DataOutput out, Body.Slot s) throws IOException {
        out.writeInt(s.offset());
        out.writeInt(s.link());
        text(out, s.kind().name());
    }

    private static Body.Slot slot(DataInput in) throws IOException {
        return new Body.Slot(in.readInt(), in.readInt(), Body.Kind.valueOf(text(in)));
    }

    private static void included(DataOutput out, ParsedDocument.Included i) throws IOException {
        text(out, i.file());
        position(out, i.from());
        list(out, i.lines(), (o, lines) -> {
            o.writeInt(lines.first());
            o.writeInt(lines.last());
        });
    }

    private static ParsedDocument.Included included(DataInput in) throws IOException {
        return new ParsedDocument.Included(
                text(in), position(in), list(in, i -> new ParsedDocument.Lines(i.readInt(), i.readInt())));
    }

    static void position(DataOutput out, SourcePosition p) throws IOException {
        text(out, p.file());
        out.writeInt(p.line());
        out.writeInt(p.column());
    }

    static SourcePosition position(DataInput in) throws IOException {
        return new SourcePosition(text(in), in.readInt(), in.readInt());
    }
}
