package dev.tierzero.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Reads what {@link KeptWriter} wrote. */
final class KeptReader {

    private static final int KEY_BYTES = 32;

    private final byte[] bytes;
    private final Lexicon lexicon = new Lexicon();
    private int at;

    KeptReader(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /** @throws IndexOutOfBoundsException or IllegalArgumentException for what it did not write */
    Map<String, AnalysedPage.Kept> read() {
        int terms = varint();
        for (int i = 0; i < terms; i++) {
            byte[] term = range(varint());
            if (lexicon.number(new String(term, StandardCharsets.UTF_8)) != i) {
                throw new IllegalArgumentException("a term twice");
            }
        }
        int pages = varint();
        Map<String, AnalysedPage.Kept> kept = new HashMap<>();
        for (int i = 0; i < pages; i++) {
            AnalysedPage.Kept page = page();
            kept.put(page.key(), page);
        }
        return kept;
    }

    private AnalysedPage.Kept page() {
        String key = HexFormat.of().formatHex(range(KEY_BYTES));
        PageTerms terms =
                new PageTerms(lexicon, varint(), pairs(), pairs(), pairs(), pairs(), pairs(), numbers(), numbers());
        int size = varint();
        return new AnalysedPage.Kept(key, terms, size, range(varint()));
    }

    private int[] pairs() {
        int[] pairs = new int[length()];
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            pairs[i] = number();
            pairs[i + 1] = varint();
        }
        return pairs;
    }

    private int[] numbers() {
        int[] numbers = new int[length()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number();
        }
        return numbers;
    }

    private int number() {
        int number = varint();
        if (number < 0 || number >= lexicon.size()) {
            throw new IllegalArgumentException("no term has the number " + number);
        }
        return number;
    }

    private int length() {
        int length = varint();
        if (length < 0 || length > bytes.length) {
            throw new IllegalArgumentException("length " + length);
        }
        return length;
    }

    private byte[] range(int length) {
        if (length < 0 || length > bytes.length - at) {
            throw new IllegalArgumentException("length " + length);
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    private int varint() {
        int value = 0;
        int shift = 0;
        byte next = bytes[at++];
        while (next < 0) {
            value |= (next & 0x7F) << shift;
            shift += 7;
            next = bytes[at++];
        }
        return value | next << shift;
    }
}
