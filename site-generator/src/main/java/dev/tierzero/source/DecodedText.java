package dev.tierzero.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A file's bytes as text: strict UTF-8, byte order mark off, {@code \r\n} and {@code \r} as {@code \n}, no NUL.
 *
 * @param text blank after a fault
 * @param fault why the bytes are no text
 */
record DecodedText(String text, Optional<Fault> fault) {

    /** What is wrong: the message names the byte offset, 0-based, in the file. */
    record Fault(String code, int line, int column, String message, String hint) {}

    private static final String CONVERT = "save the file as UTF-8 without a byte order mark";

    static DecodedText of(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return fault("FM013", 1, 1, "the file is UTF-16, not UTF-8 (byte 0)", CONVERT);
        }
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            Optional<DecodedText> malformed = malformed(bytes, start);
            if (malformed.isPresent()) {
                return malformed.get();
            }
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            int offset = start + text.substring(0, nul).getBytes(StandardCharsets.UTF_8).length;
            return at(
                    text.substring(0, nul),
                    "FM014",
                    "byte " + offset + " is NUL: this is not a text file",
                    "remove it, or rename the file");
        }
        return new DecodedText(newlines(text), Optional.empty());
    }

    /** The String constructor is fast and puts U+FFFD for what is malformed; only then is it worth to look closely. */
    private static Optional<DecodedText> malformed(byte[] bytes, int start) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start).slice();
        CharBuffer out = CharBuffer.allocate(bytes.length - start);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            return Optional.empty();
        }
        out.flip();
        int offset = start + in.position();
        String hex = String.format(Locale.ROOT, "0x%02X", bytes[offset] & 0xFF);
        return Optional.of(at(out.toString(), "FM013", "byte " + offset + " (" + hex + ") is not UTF-8", CONVERT));
    }

    /** Most files have no carriage return, and are not copied again. */
    private static String newlines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static DecodedText at(String before, String code, String message, String hint) {
        String text = newlines(before);
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        return fault(code, line, text.length() - text.lastIndexOf('\n'), message, hint);
    }

    private static DecodedText fault(String code, int line, int column, String message, String hint) {
        return new DecodedText("", Optional.of(new Fault(code, line, column, message, hint)));
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
