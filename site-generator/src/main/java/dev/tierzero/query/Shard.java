package dev.tierzero.query;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Files of the index hold raw deflate (RFC 1951). */
final class Shard {

    /** No shard is near it; a damaged one must not fill the memory. */
    private static final int MOST_BYTES = 64 << 20;

    private static final int STEP = 1 << 14;

    private Shard() {}

    /** What was deflated; empty for bytes that are damaged or cut off. */
    static Optional<byte[]> inflated(byte[] bytes) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes);
            ByteArrayOutputStream whole = new ByteArrayOutputStream(bytes.length * 3);
            byte[] part = new byte[STEP];
            while (!inflater.finished()) {
                int count = inflater.inflate(part);
                if ((count == 0 && !inflater.finished()) || whole.size() > MOST_BYTES) {
                    return Optional.empty();
                }
                whole.write(part, 0, count);
            }
            return Optional.of(whole.toByteArray());
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
