package dev.tierzero.engine;

import dev.tierzero.api.Metadata;
import dev.tierzero.api.SourcePosition;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the metadata of a page as bytes, each value with its kind, and reads it back. */
final class MetadataCodec {

    private MetadataCodec() {}

    static void write(DataOutput out, Metadata metadata) throws IOException {
        out.writeInt(metadata.values().size());
        for (Map.Entry<String, Metadata.Value> entry : metadata.values().entrySet()) {
            DocumentCodec.text(out, entry.getKey());
            DocumentCodec.position(out, entry.getValue().position());
            value(out, entry.getValue().value());
        }
    }

    static Metadata read(DataInput in) throws IOException {
        int size = in.readInt();
        Map<String, Metadata.Value> values = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            String key = DocumentCodec.text(in);
            SourcePosition position = DocumentCodec.position(in);
            values.put(key, new Metadata.Value(value(in), position));
        }
        return new Metadata(values);
    }

    private static void value(DataOutput out, Object value) throws IOException {
        if (value instanceof Long number) {
            out.writeByte('l');
            out.writeLong(number);
        } else if (value instanceof Double number) {
            out.writeByte('d');
            out.writeDouble(number);
        } else if (value instanceof Boolean flag) {
            out.writeByte('b');
            out.writeBoolean(flag);
        } else if (value instanceof List<?> values) {
            out.writeByte('L');
            DocumentCodec.list(out, values, MetadataCodec::value);
        } else if (value instanceof Map<?, ?> map) {
            out.writeByte('M');
            out.writeInt(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                DocumentCodec.text(out, String.valueOf(entry.getKey()));
                value(out, entry.getValue());
            }
        } else {
            out.writeByte('s');
            DocumentCodec.text(out, String.valueOf(value));
        }
    }

    private static Object value(DataInput in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 'l' -> in.readLong();
            case 'd' -> in.readDouble();
            case 'b' -> in.readBoolean();
            case 'L' -> List.copyOf(DocumentCodec.list(in, MetadataCodec::value));
            case 'M' -> map(in);
            case 's' -> DocumentCodec.text(in);
            default -> throw new IOException("cache entry has an unknown kind of value: " + kind);
        };
    }

    private static Map<String, Object> map(DataInput in) throws IOException {
        int size = in.readInt();
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put(DocumentCodec.text(in), value(in));
        }
        return Collections.unmodifiableMap(map);
    }
}
