package dev.tierzero.engine;

import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Suppression;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Writes suppressions as bytes and reads them back. */
final class SuppressionCodec {

    private SuppressionCodec() {}

    static void write(DataOutput out, Suppression suppression) throws IOException {
        DocumentCodec.position(out, suppression.position());
        DocumentCodec.list(out, suppression.codes(), DocumentCodec::text);
        out.writeLong(suppression.until().toEpochDay());
        DocumentCodec.text(out, suppression.reason());
        out.writeInt(suppression.lines().first());
        out.writeInt(suppression.lines().last());
    }

    static Suppression read(DataInput in) throws IOException {
        SourcePosition position = DocumentCodec.position(in);
        List<String> codes = DocumentCodec.list(in, DocumentCodec::text);
        LocalDate until = LocalDate.ofEpochDay(in.readLong());
        String reason = DocumentCodec.text(in);
        return new Suppression(position, codes, until, reason, new Suppression.Lines(in.readInt(), in.readInt()));
    }
}
