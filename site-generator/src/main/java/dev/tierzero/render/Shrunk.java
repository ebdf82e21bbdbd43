package dev.tierzero.render;

import dev.tierzero.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The scripts of the built-in theme without what only people need: names, comments, white space. Made beforehand by {@code shrink.mjs}
 * and kept as resources, each with the digest of its source in the first line.
 */
final class Shrunk {

    private Shrunk() {}

    /** The smaller form of a script; the script itself when there is none, or when a site has a script of its own by that name. */
    static byte[] of(String name, byte[] source) {
        if (!name.endsWith(".js") || name.contains("/")) {
            return source;
        }
        try (InputStream in = Shrunk.class.getResourceAsStream("shrunk/" + name)) {
            return in == null ? source : smaller(in.readAllBytes(), source);
        } catch (IOException e) {
            throw new UncheckedIOException("the generator's own jar cannot be read", e);
        }
    }

    private static byte[] smaller(byte[] shrunk, byte[] source) {
        byte[] head = ("// " + Sha256.hex(source) + "\n").getBytes(StandardCharsets.UTF_8);
        boolean same = shrunk.length > head.length && Arrays.equals(shrunk, 0, head.length, head, 0, head.length);
        return same ? Arrays.copyOfRange(shrunk, head.length, shrunk.length) : source;
    }
}
