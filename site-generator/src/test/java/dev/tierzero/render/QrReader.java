package dev.tierzero.render;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a QR code from its drawing, by the tables of ISO/IEC 18004 and without the library that draws it: versions 1 to 6, which have one
 * alignment pattern at most. A clean drawing needs no correction of errors.
 */
final class QrReader {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final Pattern BOX = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
    private static final int QUIET = 4;

    /** Blocks and codewords of data in each, by version from 1, for the levels M, L, H, Q as their two bits number them. */
    private static final int[][][] BLOCKS = {
        {{1, 16}, {1, 19}, {1, 9}, {1, 13}},
        {{1, 28}, {1, 34}, {1, 16}, {1, 22}},
        {{1, 44}, {1, 55}, {2, 13}, {2, 17}},
        {{2, 32}, {1, 80}, {4, 9}, {2, 24}},
        {{2, 43}, {1, 108}, {2, 11, 2, 12}, {2, 15, 2, 16}},
        {{4, 27}, {2, 68}, {4, 15}, {4, 19}}
    };

    private static final List<BiPredicate<Integer, Integer>> MASKS = List.of(
            (y, x) -> (y + x) % 2 == 0,
            (y, x) -> y % 2 == 0,
            (y, x) -> x % 3 == 0,
            (y, x) -> (y + x) % 3 == 0,
            (y, x) -> (y / 2 + x / 3) % 2 == 0,
            (y, x) -> y * x % 2 + y * x % 3 == 0,
            (y, x) -> (y * x % 2 + y * x % 3) % 2 == 0,
            (y, x) -> ((y + x) % 2 + y * x % 3) % 2 == 0);

    private final boolean[][] dark;
    private final int size;

    private QrReader(boolean[][] dark) {
        this.dark = dark;
        this.size = dark.length;
    }

    /** The text of a drawing. */
    static String text(String svg) {
        Matcher box = BOX.matcher(svg);
        if (!box.find() || !box.group(1).equals(box.group(2))) {
            throw new AssertionError(svg);
        }
        int size = Integer.parseInt(box.group(1)) - 2 * QUIET;
        boolean[][] dark = new boolean[size][size];
        Matcher run = RUN.matcher(svg);
        while (run.find()) {
            int y = Integer.parseInt(run.group(2)) - QUIET;
            for (int i = 0; i < Integer.parseInt(run.group(3)); i++) {
                dark[y][Integer.parseInt(run.group(1)) - QUIET + i] = true;
            }
        }
        return new QrReader(dark).text();
    }

    private String text() {
        int format = 0;
        for (int x : new int[] {0, 1, 2, 3, 4}) {
            format = format << 1 | (dark[8][x] ? 1 : 0);
        }
        format ^= 0b10101;
        byte[] data = data(BLOCKS[(size - 17) / 4 - 1][format >> 3], codewords(MASKS.get(format & 7)));
        if ((data[0] & 0xf0) >> 4 != 4) {
            throw new AssertionError("not in bytes: " + data[0]);
        }
        int length = (data[0] & 15) << 4 | (data[1] & 0xf0) >> 4;
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = (byte) ((data[i + 1] & 15) << 4 | (data[i + 2] & 0xf0) >> 4);
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    /** The columns go in pairs from the right, up and down in turn; the one of the timing pattern is left out. */
    private List<Integer> codewords(BiPredicate<Integer, Integer> mask) {
        List<Integer> words = new ArrayList<>();
        int word = 0;
        int bits = 0;
        boolean up = true;
        for (int right = size - 1; right > 0; right -= right == 8 ? 3 : 2) {
            right = right == 6 ? 5 : right;
            for (int step = 0; step < size; step++) {
                int y = up ? size - 1 - step : step;
                for (int x = right; x > right - 2; x--) {
                    if (!isFunction(y, x)) {
                        word = word << 1 | (dark[y][x] ^ mask.test(y, x) ? 1 : 0);
                        if (++bits % 8 == 0) {
                            words.add(word & 0xff);
                        }
                    }
                }
            }
            up = !up;
        }
        return words;
    }

    private boolean isFunction(int y, int x) {
        boolean finder = (y < 9 && x < 9) || (y < 9 && x >= size - 8) || (y >= size - 8 && x < 9);
        int middle = size - 7;
        boolean alignment = size > 21 && Math.abs(y - middle) <= 2 && Math.abs(x - middle) <= 2;
        return finder || alignment || y == 6 || x == 6;
    }

    /** The blocks are interleaved codeword by codeword; the shorter ones end first. */
    private static byte[] data(int[] shape, List<Integer> words) {
        List<ByteArrayOutputStream> blocks = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        for (int group = 0; group < shape.length; group += 2) {
            for (int i = 0; i < shape[group]; i++) {
                blocks.add(new ByteArrayOutputStream());
                lengths.add(shape[group + 1]);
            }
        }
        int at = 0;
        for (int i = 0; i < lengths.get(lengths.size() - 1); i++) {
            for (int block = 0; block < blocks.size(); block++) {
                if (i < lengths.get(block)) {
                    blocks.get(block).write(words.get(at++));
                }
            }
        }
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        blocks.forEach(block -> data.writeBytes(block.toByteArray()));
        return data.toByteArray();
    }
}
