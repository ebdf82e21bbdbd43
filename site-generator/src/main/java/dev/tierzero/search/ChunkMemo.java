package dev.tierzero.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Numbers for chunks, and their terms: most of a text is chunks that it, or another page, has had already, which are not read
 * again. One thread's.
 */
final class ChunkMemo {

    /** For a chunk that is not kept. */
    static final int NONE = -1;

    /** Longer ones seldom come twice. */
    private static final int LONGEST = 40;

    /** Bounds the memory to some 30 MB. */
    private static final int MOST = 1 << 17;

    private final Function<String, ChunkTerms> reading;
    private final List<ChunkTerms> terms = new ArrayList<>();
    private int[] hashes = new int[1 << 11];
    /** Where each chunk begins in {@link #characters}, and after the last where the next would. */
    private int[] starts = new int[1 << 11];

    private char[] characters = new char[1 << 14];
    /** Numbers of chunks plus one, by hash; 0 is free. At most half of it is taken. */
    private int[] slots = new int[1 << 12];

    ChunkMemo(Function<String, ChunkTerms> reading) {
        this.reading = reading;
    }

    /** Terms of the chunk of a number. */
    ChunkTerms terms(int number) {
        return terms.get(number);
    }

    /** Hash of a chunk with one character more. */
    static int hash(int hash, char next) {
        return 31 * hash + next;
    }

    /**
     * The number of a range of the text, from 0; {@link #NONE} when it is not kept.
     *
     * @param hash of the range by {@link #hash}, from 0
     */
    int number(char[] text, int from, int to, int hash) {
        if (to - from > LONGEST) {
            return NONE;
        }
        int slot = slot(hash);
        for (int number = slots[slot] - 1; number >= 0; number = slots[slot] - 1) {
            if (hashes[number] == hash && isAt(number, text, from, to)) {
                return number;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        if (terms.size() == MOST) {
            return NONE;
        }
        keep(text, from, to, hash);
        slots[slot] = terms.size();
        growWhenHalfTaken();
        return terms.size() - 1;
    }

    private boolean isAt(int number, char[] text, int from, int to) {
        int at = starts[number];
        if (starts[number + 1] - at != to - from) {
            return false;
        }
        char[] kept = characters;
        for (int i = from; i < to; i++) {
            if (kept[at++] != text[i]) {
                return false;
            }
        }
        return true;
    }

    private void keep(char[] text, int from, int to, int hash) {
        int number = terms.size();
        int start = starts[number];
        int length = to - from;
        if (number + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            hashes = Arrays.copyOf(hashes, hashes.length * 2);
        }
        if (start + length > characters.length) {
            characters = Arrays.copyOf(characters, characters.length * 2);
        }
        System.arraycopy(text, from, characters, start, length);
        starts[number + 1] = start + length;
        hashes[number] = hash;
        terms.add(reading.apply(new String(text, from, length)));
    }

    private int slot(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ (mixed >>> 16)) & (slots.length - 1);
    }

    private void growWhenHalfTaken() {
        if (terms.size() * 2 <= slots.length) {
            return;
        }
        slots = new int[slots.length * 2];
        for (int number = 0; number < terms.size(); number++) {
            int slot = slot(hashes[number]);
            while (slots[slot] > 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = number + 1;
        }
    }
}
