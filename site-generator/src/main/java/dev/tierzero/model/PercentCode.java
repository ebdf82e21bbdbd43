package dev.tierzero.model;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of paths and fragments of URLs in UTF-8 (RFC 3986 §2.1, §3.3). */
public final class PercentCode {

    private static final String PLAIN = "-._~!$&'()*+,;=:@/";
    private static final String DIGITS = "0123456789ABCDEF";

    private PercentCode() {}

    /** Encodes what may not stand in the path of a URL; {@code /} stays. */
    public static String encoded(String path) {
        StringBuilder url = new StringBuilder(path.length() + 8);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                url.append(c);
            } else {
                url.append('%').append(DIGITS.charAt(c >> 4)).append(DIGITS.charAt(c & 15));
            }
        }
        return url.toString();
    }

    /** Decodes; a {@code %} without two hex digits stands for itself, bytes that are not UTF-8 for U+FFFD. */
    public static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++, length++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            boolean escape = bytes[i] == '%' && high >= 0 && low >= 0;
            bytes[length] = escape ? (byte) (high * 16 + low) : bytes[i];
            i += escape ? 2 : 0;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
