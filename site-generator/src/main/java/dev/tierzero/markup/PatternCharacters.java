package dev.tierzero.markup;

import java.util.BitSet;

/** Reads characters and classes of characters of a {@link SafePattern}; all characters beyond Latin-1 are one for us. */
final class PatternCharacters {

    private static final int OTHERS = 256;

    private final String pattern;
    private int i;

    PatternCharacters(String pattern) {
        this.pattern = pattern;
    }

    boolean more() {
        return i < pattern.length();
    }

    boolean at(char c) {
        return more() && pattern.charAt(i) == c;
    }

    /** Goes on behind a character, when it stands here. */
    boolean takes(char c) {
        boolean there = at(c);
        i += there ? 1 : 0;
        return there;
    }

    int take() {
        int c = pattern.codePointAt(i);
        i += Character.charCount(c);
        return c;
    }

    /** The text up to a character, and goes on behind that; empty when it is not there. */
    String until(char c) {
        int close = pattern.indexOf(c, i);
        String text = close < 0 ? "" : pattern.substring(i, close);
        i = close < 0 ? i : close + 1;
        return text;
    }

    /** Reads a class of characters behind its opening bracket. */
    BitSet set() throws RefusedPattern {
        boolean not = takes('^');
        BitSet set = new BitSet();
        boolean empty = true;
        while (!at(']')) {
            if (!more()) {
                throw new RefusedPattern(false, "a square bracket is not closed");
            }
            range(set);
            empty = false;
        }
        if (empty) {
            throw new RefusedPattern(false, "nothing stands in a pair of square brackets");
        }
        i++;
        if (not) {
            set.flip(0, OTHERS + 1);
            set.set(OTHERS);
        }
        return set;
    }

    private void range(BitSet set) throws RefusedPattern {
        int start = pattern.codePointAt(i);
        BitSet from = member();
        boolean hyphen = at('-') && i + 1 < pattern.length() && pattern.charAt(i + 1) != ']';
        if (!hyphen) {
            set.or(from);
            return;
        }
        i++;
        int end = pattern.codePointAt(i);
        BitSet to = member();
        boolean plain = start != '\\' && end != '\\';
        if (!plain || end < start) {
            throw new RefusedPattern(
                    false,
                    "a hyphen in square brackets is a range from a lower to a higher character, or the last one");
        }
        set.set(Math.min(start, OTHERS), Math.min(end, OTHERS) + 1);
        set.or(to);
    }

    private BitSet member() throws RefusedPattern {
        int c = take();
        if (c == '[' || (c == '&' && at('&'))) {
            throw new RefusedPattern(
                    false,
                    c == '['
                            ? "\"[\" in square brackets means something else in Java; write \\["
                            : "\"&&\" in square brackets means something else in Java");
        }
        return c == '\\' ? escaped(true) : one(c);
    }

    /** Reads what stands behind a backslash. */
    BitSet escaped(boolean inSet) throws RefusedPattern {
        int c = more() ? take() : ' ';
        if (c == 'd' || c == 'w') {
            BitSet set = new BitSet();
            set.set('0', '9' + 1);
            if (c == 'w') {
                set.set('a', 'z' + 1);
                set.set('A', 'Z' + 1);
                set.set('_');
            }
            return set;
        }
        if (c == 'n' || c == 't') {
            return one(c == 'n' ? '\n' : '\t');
        }
        if ("^$\\.*+?()[]{}|/".indexOf(c) < 0 && !(inSet && c == '-')) {
            throw new RefusedPattern(
                    false,
                    "\"\\" + Character.toString(c) + "\" is not understood, or not alike in Java and JavaScript");
        }
        return one(c);
    }

    static BitSet one(int c) {
        BitSet set = new BitSet();
        set.set(Math.min(c, OTHERS));
        return set;
    }

    static BitSet any() {
        BitSet set = new BitSet();
        set.set(0, OTHERS + 1);
        set.clear('\n');
        set.clear('\r');
        return set;
    }
}
