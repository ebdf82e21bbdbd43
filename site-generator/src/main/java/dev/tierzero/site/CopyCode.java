package dev.tierzero.site;

import dev.tierzero.model.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What a copy of a page says of itself: which page, and which text. {@code 4c0tq-1da7f221}. Two pages of one site may by chance have the
 * same address digits (1 in 33 million for each pair); the text digits tell them apart.
 *
 * @param address 5 digits of Crockford's base 32 in lower case (no i, l, o, u): the first 25 bits of the SHA-256 of the output path
 * @param text the first 8 hex digits of the {@link PageDigest}
 */
public record CopyCode(String address, String text) {

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int ADDRESS_LENGTH = 5;
    private static final int TEXT_LENGTH = 8;
    private static final int BITS = 5;
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-hjkmnp-tv-z]{" + ADDRESS_LENGTH + "}");
    private static final Pattern TEXT = Pattern.compile("[0-9a-f]{" + TEXT_LENGTH + "}");

    /** @throws IllegalArgumentException when a part has another shape */
    public CopyCode {
        if (!ADDRESS.matcher(address).matches() || !TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("no copy code: " + address + "-" + text);
        }
    }

    /**
     * The code of a page.
     *
     * @param href output path
     * @param digest of the page, see {@link PageDigest}
     */
    public static CopyCode of(String href, String digest) {
        return new CopyCode(address(href), digest.substring(0, TEXT_LENGTH));
    }

    /** The address digits of an output path. */
    public static String address(String href) {
        byte[] hash = Sha256.digest().digest(href.getBytes(StandardCharsets.UTF_8));
        int bits = ByteBuffer.wrap(hash).getInt();
        StringBuilder address = new StringBuilder(ADDRESS_LENGTH);
        for (int i = 1; i <= ADDRESS_LENGTH; i++) {
            address.append(DIGITS.charAt((bits >>> (Integer.SIZE - BITS * i)) & (DIGITS.length() - 1)));
        }
        return address.toString();
    }

    @Override
    public String toString() {
        return address + "-" + text;
    }
}
