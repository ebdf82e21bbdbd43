package dev.tierzero.engine;

import java.nio.charset.StandardCharsets;

/** The code that stands on every copy of a page: which page it is, and which text of it. */
final class CopyCodes {

    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int PAGE_LENGTH = 5;
    private static final int TEXT_LENGTH = 8;

    private CopyCodes() {}

    static String of(String href, String digest) {
        byte[] hash = Digest.sha256(href.getBytes(StandardCharsets.UTF_8));
        long bits = 0;
        for (int i = 0; i < PAGE_LENGTH; i++) {
            bits = bits << 8 | hash[i] & 0xff;
        }
        StringBuilder code = new StringBuilder();
        for (int shift = 35; shift > 35 - 5 * PAGE_LENGTH; shift -= 5) {
            code.append(CROCKFORD.charAt((int) (bits >> shift & 31)));
        }
        return code.append('-')
                .append(digest, 0, Math.min(TEXT_LENGTH, digest.length()))
                .toString();
    }
}
