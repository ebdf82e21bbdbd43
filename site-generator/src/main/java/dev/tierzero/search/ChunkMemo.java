package dev.tierzero.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Terms of chunks that were read before: most of a text is chunks that it, or another page, has had already. One thread's. */
final class ChunkMemo {

    /** Longer ones seldom come twice. */
    private static final int LONGEST = 40;

    /** Bounds the memory to some 20 MB. */
    private static final int MOST = 1 << 17;

    private final Function<String, ChunkTerms> reading;
    private final List<Entry> entries = new ArrayList<>();
    /** Numbers of entries from 1, by hash; 0 is free. At most half of it is taken. */
    private int[] slots = new int[1 << 12];

    private record Entry(int hash, String chunk, ChunkTerms terms) {

        boolean isOf(int otherHash, char[] text, int from, int to) {
            if (hash != otherHash || chunk.length() != to - from) {
                return false;
            }
            for (int i = from; i < to; i++) {
                if (chunk.charAt(i - from) != text[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    ChunkMemo(Function<String, ChunkTerms> reading) {
        this.reading = reading;
    }

    /** The terms of a range of the text. */
    ChunkTerms of(char[] text, int from, int to) {
        if (to - from > LONGEST) {
            return reading.apply(new String(text, from, to - from));
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        int slot = spread(hash);
        while (slots[slot] > 0) {
            Entry entry = entries.get(slots[slot] - 1);
            if (entry.isOf(hash, text, from, to)) {
                return entry.terms();
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        Entry entry = entry(hash, new String(text, from, to - from));
        if (entries.size() < MOST) {
            entries.add(entry);
            slots[slot] = entries.size();
            growWhenHalfTaken();
        }
        return entry.terms();
    }

    private Entry entry(int hash, String chunk) {
        return new Entry(hash, chunk, reading.apply(chunk));
    }

    private int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ (mixed >>> 16)) & (slots.length - 1);
    }

    private void growWhenHalfTaken() {
        if (entries.size() * 2 <= slots.length) {
            return;
        }
        slots = new int[slots.length * 2];
        for (int i = 0; i < entries.size(); i++) {
            int slot = spread(entries.get(i).hash());
            while (slots[slot] > 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = i + 1;
        }
    }
}
