package dev.tierzero.source;

import java.util.Locale;

/** A folder's or type's name as a title: {@code day-2_operations} is {@code Day 2 operations}. */
final class Humanised {

    private Humanised() {}

    static String of(String name) {
        String words = name.replace('-', ' ').replace('_', ' ').strip().replaceAll(" +", " ");
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
