package dev.tierzero.search;

import java.util.Arrays;

/**
 * What search takes a code point for. The ranges are fixed and the same in the browser's engine, so that neither a JDK's nor a
 * browser's version of Unicode decides what a word is.
 */
final class CodePoints {

    /** Separates, and is no part of anything: punctuation, symbols, emoji, private use. */
    static final byte OTHER = 0;
    /** Separates chunks too: white space, controls, what has no width, and half of a surrogate pair. */
    static final byte SPACE = 1;

    static final byte DIGIT = 2;
    static final byte LETTER = 3;
    /** Belongs to the letter before it and is taken out by folding. */
    static final byte MARK = 4;
    /** Written without spaces between words. */
    static final byte CJK = 5;

    private static final int BMP = 0x1_0000;

    /** From, to, both inclusive; a later line of {@link #table} wins over an earlier one. */
    private static final int[] LETTERS = {
        'A', 'Z', 'a', 'z', 0xAA, 0xAA, 0xB5, 0xB5, 0xBA, 0xBA, 0xC0, 0x1FFF, 0x2C00, 0x2DFF, 0xA000, 0xD7FF, 0xFB00,
        0xFDFF, 0xFE70, 0xFEFE, 0xFF10, 0xFF19, 0xFF21, 0xFF3A, 0xFF41, 0xFF5A
    };

    private static final int[] SIGNS = {0xD7, 0xD7, 0xF7, 0xF7};
    private static final int[] WITHOUT_SPACES = {
        0x2E80, 0x2FDF, 0x3005, 0x3007, 0x3031, 0x3035, 0x3041, 0x30FF, 0x3105, 0x318F, 0x31A0, 0x31FF, 0x3400, 0x4DBF,
        0x4E00, 0x9FFF, 0xAC00, 0xD7AF, 0xF900, 0xFAFF, 0xFF66, 0xFF9F
    };

    private static final int[] MARKS = {0x300, 0x36F, 0x1AB0, 0x1AFF, 0x1DC0, 0x1DFF, 0x20D0, 0x20FF, 0xFE20, 0xFE2F};

    private static final int[] SPACES = {
        0, 0x20, 0x7F, 0xA0, 0x1680, 0x1680, 0x2000, 0x200F, 0x2028, 0x202F, 0x205F, 0x2064, 0x3000, 0x3000, 0xFEFF,
        0xFEFF, 0xD800, 0xDFFF
    };

    private static final byte[] TABLE = table();

    private CodePoints() {}

    /** The class of a code point; a surrogate stands for one without its other half. */
    static byte classOf(int codePoint) {
        if (codePoint < BMP) {
            return TABLE[codePoint];
        }
        if (codePoint <= 0x1_EFFF) {
            return LETTER;
        }
        return codePoint >= 0x2_0000 && codePoint <= 0x3_FFFF ? CJK : OTHER;
    }

    /** Whether it is a space, as half a pair is. */
    static boolean isSpace(char c) {
        return TABLE[c] == SPACE;
    }

    /** Whether it is a letter or a digit. */
    static boolean isAlphanumeric(int codePoint) {
        byte type = classOf(codePoint);
        return type == LETTER || type == DIGIT;
    }

    /** Whether a code point of a class is part of a word. */
    static boolean isOfWords(byte type) {
        return type == LETTER || type == DIGIT || type == MARK;
    }

    private static byte[] table() {
        byte[] table = new byte[BMP];
        fill(table, LETTERS, LETTER);
        fill(table, SIGNS, OTHER);
        fill(table, new int[] {'0', '9'}, DIGIT);
        fill(table, WITHOUT_SPACES, CJK);
        fill(table, MARKS, MARK);
        fill(table, SPACES, SPACE);
        return table;
    }

    private static void fill(byte[] table, int[] ranges, byte type) {
        for (int i = 0; i < ranges.length; i += 2) {
            Arrays.fill(table, ranges[i], ranges[i + 1] + 1, type);
        }
    }
}
