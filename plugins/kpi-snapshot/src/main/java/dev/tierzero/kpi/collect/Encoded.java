package dev.tierzero.kpi.collect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Text in the bytes of an answer or a file. */
final class Encoded {

    /** Most bytes of an answer, compressed and not. */
    static final int MOST_BYTES = 256 * 1024;

    private Encoded() {}

    /**
     * The text: UTF-8, without a byte order mark.
     *
     * @param encoding of HTTP: {@code gzip}, or nothing
     * @param limit bytes after decompression
     */
    static String text(byte[] bytes, String encoding, int limit) throws NoValue {
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "", "identity" -> utf8(bytes);
            case "gzip", "x-gzip" -> utf8(inflated(bytes, limit));
            default -> throw NoValue.invalid("the answer is compressed in a way that was not asked for");
        };
    }

    private static byte[] inflated(byte[] bytes, int limit) throws NoValue {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] inflated = stream.readNBytes(limit + 1);
            if (inflated.length > limit) {
                throw NoValue.invalid("the answer is larger than " + limit / 1024 + " KB");
            }
            return inflated;
        } catch (IOException e) {
            throw NoValue.invalid("the answer is damaged: it cannot be decompressed");
        }
    }

    private static String utf8(byte[] bytes) throws NoValue {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw NoValue.invalid("the answer is not UTF-8");
        }
    }
}
