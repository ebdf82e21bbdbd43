package dev.tierzero.engine;

import dev.tierzero.api.Metadata;
import dev.tierzero.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** SHA-256 over a sequence of texts, each with its end marked, so that no two sequences run together. */
final class Digest {

    private final MessageDigest sha256 = Sha256.digest();

    static byte[] sha256(byte[] bytes) {
        return new Digest().sha256.digest(bytes);
    }

    Digest add(String text) {
        sha256.update(text.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        return this;
    }

    /** Takes metadata in the order of their keys: a map may have its own in every run (JEP 269). */
    Digest add(Metadata metadata) {
        new TreeMap<>(metadata.values()).forEach((key, value) -> {
            add(key).add(value.position().toString());
            value(value.value());
        });
        return this;
    }

    private void value(Object value) {
        if (value instanceof List<?> list) {
            add("[");
            list.forEach(this::value);
            add("]");
        } else if (value instanceof Map<?, ?> map) {
            add("{");
            SortedMap<String, Object> sorted = new TreeMap<>();
            map.forEach((key, of) -> sorted.put(String.valueOf(key), of));
            sorted.forEach((key, of) -> {
                add(key);
                value(of);
            });
            add("}");
        } else {
            add(String.valueOf(value));
        }
    }

    /** The digest in 64 lower-case hex digits; this object starts anew. */
    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
