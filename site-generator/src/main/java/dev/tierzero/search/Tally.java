package dev.tierzero.search;

import java.util.Arrays;

/** Counts things by their numbers; empty again after each page. */
final class Tally {

    private int[] counts = new int[1 << 10];
    private int[] touched = new int[1 << 8];
    private int distinct;

    void add(int number, int count) {
        if (number >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(number + 1, counts.length * 2));
        }
        int before = counts[number];
        counts[number] = before + count;
        if (before == 0) {
            if (distinct == touched.length) {
                touched = Arrays.copyOf(touched, distinct * 2);
            }
            touched[distinct++] = number;
        }
    }

    /** Adds the count to each of some numbers. */
    void addAll(int[] numbers, int count) {
        for (int number : numbers) {
            add(number, count);
        }
    }

    /** Numbers and counts in turn, in the order in which the numbers came first. */
    int[] drainPairs() {
        int[] pairs = new int[distinct * 2];
        for (int i = 0; i < distinct; i++) {
            pairs[2 * i] = touched[i];
            pairs[2 * i + 1] = counts[touched[i]];
        }
        clear();
        return pairs;
    }

    /** Numbers in the order in which they came first. */
    int[] drainNumbers() {
        int[] numbers = Arrays.copyOf(touched, distinct);
        clear();
        return numbers;
    }

    private void clear() {
        for (int i = 0; i < distinct; i++) {
            counts[touched[i]] = 0;
        }
        distinct = 0;
    }
}
