package dev.tierzero.search;

/**
 * What the index holds of a page. Terms are numbers in a lexicon; where they are counted, numbers and counts stand in turn.
 *
 * @param lexicon of the numbers
 * @param length of the body in positions
 * @param body words of the whole page, counted
 * @param bodyOverlaps those at the position of the word before them, counted
 * @param title words of title, keys and headings, counted
 * @param titleOverlaps those at the position of the word before them, counted
 * @param identifiers of the whole page, counted
 * @param keyIdentifiers those that stand in title, keys or headings
 * @param surfaces words as they are written
 */
@SuppressWarnings("ArrayRecordComponent") // Many, and only read: lists of boxed numbers would be five times as large.
record PageTerms(
        Lexicon lexicon,
        int length,
        int[] body,
        int[] bodyOverlaps,
        int[] title,
        int[] titleOverlaps,
        int[] identifiers,
        int[] keyIdentifiers,
        int[] surfaces) {}
