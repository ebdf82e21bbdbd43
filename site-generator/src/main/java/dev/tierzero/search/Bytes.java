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
        ascii(text, 0, text.length());
    }

    /** A range of a text that is all ASCII. */
    void ascii(String text, int from, int to) {
        ensure(to - from);
        byte[] target = array;
        int at = size;
        for (int i = from; i < to; i++) {
            target[at++] = (byte) text.charAt(i);
        }
        size = at;
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
