package dev.tierzero.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow, written to by one thread. */
final class Bytes {

    private byte[] array = new byte[1 << 10];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] toArray() {
        return Arrays.copyOf(array, size);
    }

    void write(int value) {
        int at = size;
        if (at == array.length) {
            ensure(1);
        }
        array[at] = (byte) value;
        size = at + 1;
    }

    /** LEB128, unsigned, low group first. */
    void varint(int value) {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        write(rest);
    }

    void ascii(String text) {
        ensure(text.length());
        for (int i = 0; i < text.length(); i++) {
            array[size++] = (byte) text.charAt(i);
        }
    }

    /** A range of a text that is all below U+0100, a byte a character. */
    @SuppressWarnings(
            "deprecation") // The one copy that the JDK does not make through a second array; said to be lossy, which it
    // is not here.
    void latin1(String text, int from, int to) {
        ensure(to - from);
        text.getBytes(from, to, array, size);
        size += to - from;
    }

    void utf8(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    /** Appends a range of others, which may be these themselves. */
    void write(Bytes others, int from, int to) {
        write(others.array, from, to - from);
    }

    void write(byte[] bytes, int from, int length) {
        ensure(length);
        System.arraycopy(bytes, from, array, size, length);
        size += length;
    }

    private void ensure(int more) {
        if (size + more > array.length) {
            array = Arrays.copyOf(array, Math.max(array.length * 2, size + more));
        }
    }
}
