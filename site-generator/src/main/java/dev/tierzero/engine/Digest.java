package dev.tierzero.engine;

import dev.tierzero.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

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

    /** The digest in 64 lower-case hex digits; this object starts anew. */
    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
