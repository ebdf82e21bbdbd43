package dev.tierzero.markup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The regular expressions that a parameter may have: those that mean the same in Java and in JavaScript (with its flag {@code u}) and
 * that no value keeps busy for long. Allowed are characters, {@code .}, {@code \d}, {@code \w}, escaped punctuation, classes in brackets,
 * groups, {@code |}, and the quantifiers {@code ? * + {n} {n,} {n,m}}. What is repeated may hold another repetition only when it begins
 * or ends with a character that occurs in it nowhere else, as in {@code ([a-z]+\.)+}; and of repetitions that follow each other with
 * nothing between them that could tell where one ends, two are allowed. So the time is at most quadratic.
 */
final class SafePattern {

    /** Characters of a pattern; the steps of a match grow with them. */
    private static final int LONGEST = 300;

    /** All characters beyond Latin-1 are one for us. */
    private static final int OTHERS = 256;

    private static final int DEEPEST = 20;
    private static final int MOST_LONG = 2;
    private static final int MOST = 4;

    /** Repetitions of fewer characters cannot take long by themselves. */
    private static final int SHORT = 10;

    /**
     * Why a pattern is not allowed.
     *
     * @param slow whether a value could keep it busy; otherwise it is not understood
     * @param text of the finding
     */
    record Problem(boolean slow, String text) {}

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Refused(boolean slow, String text) {
            super(text, null, false, false);
            this.problem = new Problem(slow, text);
        }
    }

    /**
     * A part of a sequence.
     *
     * @param all characters that may occur in it
     * @param first characters that it may begin with
     * @param fixed whether it is there in any case, and always of one shape
     * @param atom whether it is one character
     * @param varies whether it may take more or fewer characters
     * @param isLong whether it may take many
     */
    private record Part(BitSet all, BitSet first, boolean fixed, boolean atom, boolean varies, boolean isLong) {
        static Part atom(BitSet set) {
            return new Part(set, set, true, true, false, false);
        }
    }

    private final String pattern;
    private int i;
    private int depth;

    private SafePattern(String pattern) {
        this.pattern = pattern;
    }

    /** Why a pattern is not allowed; empty when it is. */
    static Optional<Problem> problem(String pattern) {
        if (pattern.length() > LONGEST) {
            return Optional.of(new Problem(true, "it is longer than " + LONGEST + " characters"));
        }
        boolean anchored = pattern.startsWith("^");
        boolean ended = pattern.endsWith("$") && !pattern.endsWith("\\$");
        SafePattern reading = new SafePattern(pattern.substring(anchored ? 1 : 0, pattern.length() - (ended ? 1 : 0)));
        try {
            reading.alternatives();
            if (reading.i < reading.pattern.length()) {
                throw new Refused(false, "a bracket is closed that was not opened");
            }
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.problem);
        }
    }

    /** The parts of what stands here up to a closing bracket; one part when there are alternatives. */
    private List<Part> alternatives() throws Refused {
        if (++depth > DEEPEST) {
            throw new Refused(true, "its groups are nested too deeply");
        }
        List<List<Part>> ways = new ArrayList<>();
        ways.add(sequence());
        while (at('|')) {
            i++;
            ways.add(sequence());
        }
        depth--;
        return ways.size() == 1 ? ways.get(0) : List.of(choice(ways));
    }

    private static Part choice(List<List<Part>> ways) {
        BitSet all = new BitSet();
        BitSet first = new BitSet();
        boolean apart = true;
        boolean varies = false;
        boolean isLong = false;
        boolean atoms = true;
        for (List<Part> way : ways) {
            BitSet begins = first(way);
            apart &= !begins.intersects(first) && !way.isEmpty();
            first.or(begins);
            for (Part part : way) {
                all.or(part.all());
                varies |= part.varies();
                isLong |= part.isLong();
            }
            atoms &= way.size() == 1 && way.get(0).atom();
        }
        boolean plain = apart && !varies;
        return new Part(all, first, plain, atoms && apart, !plain, isLong);
    }

    /** Characters that a sequence may begin with. */
    private static BitSet first(List<Part> parts) {
        BitSet first = new BitSet();
        for (Part part : parts) {
            first.or(part.first());
            if (part.fixed()) {
                break;
            }
        }
        return first;
    }

    private List<Part> sequence() throws Refused {
        List<Part> parts = new ArrayList<>();
        while (i < pattern.length() && !at('|') && !at(')')) {
            parts.addAll(repeated(atom()));
        }
        time(parts);
        return parts;
    }

    /** Repetitions whose ends nothing tells are tried against each other. */
    private static void time(List<Part> parts) throws Refused {
        List<Part> open = new ArrayList<>();
        for (Part part : parts) {
            if (!part.varies()) {
                open.removeIf(before -> !before.all().intersects(part.first()));
                continue;
            }
            long same = open.stream()
                    .filter(before -> before.all().intersects(part.all()))
                    .count();
            long longs = open.stream()
                    .filter(before -> before.isLong() && before.all().intersects(part.all()))
                    .count();
            if (same >= MOST || (part.isLong() && longs >= MOST_LONG)) {
                throw new Refused(true, "too many of its repetitions can take the same characters");
            }
            open.add(part);
        }
    }

    private List<Part> repeated(List<Part> atom) throws Refused {
        int[] range = quantifier();
        if (range.length == 0) {
            return atom;
        }
        boolean loops = range[1] > 1;
        boolean single = atom.size() == 1 && atom.get(0).atom();
        boolean varies = atom.stream().anyMatch(Part::varies);
        if (loops && varies && !isTold(atom)) {
            throw new Refused(true, "a repetition stands in a repetition, and nothing tells where one ends");
        }
        BitSet all = new BitSet();
        atom.forEach(part -> all.or(part.all()));
        boolean same = range[0] == range[1] && !varies;
        boolean isLong = range[1] > SHORT && (range[0] != range[1] || varies)
                || atom.stream().anyMatch(Part::isLong);
        boolean fixed = range[0] > 0;
        return List.of(new Part(all, first(atom), fixed && same, single && range[1] == 1 && same, !same, isLong));
    }

    /** Whether each round of a repetition begins or ends with a character that stands in it nowhere else. */
    private static boolean isTold(List<Part> parts) {
        int last = parts.size() - 1;
        return parts.size() > 1 && (isApart(parts, 0) || isApart(parts, last));
    }

    private static boolean isApart(List<Part> parts, int index) {
        Part mark = parts.get(index);
        for (int k = 0; k < parts.size(); k++) {
            if (k != index && parts.get(k).all().intersects(mark.all())) {
                return false;
            }
        }
        return mark.atom() && mark.fixed();
    }

    /** How often what stands before is taken; empty when nothing is said. */
    private int[] quantifier() throws Refused {
        int[] range = {};
        if (at('?') || at('*') || at('+')) {
            char c = pattern.charAt(i++);
            range = new int[] {c == '+' ? 1 : 0, c == '?' ? 1 : Integer.MAX_VALUE};
        } else if (at('{')) {
            int close = pattern.indexOf('}', i);
            String inside = close < 0 ? "" : pattern.substring(i + 1, close);
            if (!inside.matches("\\d{1,4}(,(\\d{1,4})?)?")) {
                throw new Refused(false, "a brace stands in it; write \\{, or a number of times such as {1,9}");
            }
            String[] ends = inside.split(",", -1);
            int least = Integer.parseInt(ends[0]);
            int most = ends.length == 1 ? least : ends[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(ends[1]);
            if (most < least || most == 0) {
                throw new Refused(false, "\"{" + inside + "}\" is no number of times");
            }
            i = close + 1;
            range = new int[] {least, most};
        }
        if (range.length > 0 && (at('?') || at('+') || at('*') || at('{'))) {
            throw new Refused(false, "two quantifiers follow each other");
        }
        return range;
    }

    private boolean at(char c) {
        return i < pattern.length() && pattern.charAt(i) == c;
    }

    private List<Part> atom() throws Refused {
        int c = pattern.codePointAt(i);
        i += Character.charCount(c);
        if (c == '(') {
            return group();
        }
        if (c == '[') {
            return List.of(Part.atom(set()));
        }
        if (c == '\\') {
            return List.of(Part.atom(escaped(false)));
        }
        if (c == '.') {
            return List.of(Part.atom(any()));
        }
        if ("*+?{}]^$".indexOf(c) >= 0) {
            throw new Refused(
                    false,
                    "\"" + Character.toString(c) + "\" has nothing to do here; as a character it is written \\"
                            + Character.toString(c));
        }
        return List.of(Part.atom(one(c)));
    }

    private List<Part> group() throws Refused {
        if (at('?')) {
            if (!pattern.startsWith("?:", i)) {
                throw new Refused(false, "it looks ahead or back, or names a group");
            }
            i += 2;
        }
        List<Part> parts = alternatives();
        if (!at(')')) {
            throw new Refused(false, "a bracket is not closed");
        }
        i++;
        return parts;
    }

    private BitSet set() throws Refused {
        boolean not = at('^');
        i += not ? 1 : 0;
        BitSet set = new BitSet();
        boolean empty = true;
        while (!at(']')) {
            if (i >= pattern.length()) {
                throw new Refused(false, "a square bracket is not closed");
            }
            range(set);
            empty = false;
        }
        if (empty) {
            throw new Refused(false, "nothing stands in a pair of square brackets");
        }
        i++;
        if (not) {
            set.flip(0, OTHERS + 1);
            set.set(OTHERS);
        }
        return set;
    }

    private void range(BitSet set) throws Refused {
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
            throw new Refused(
                    false,
                    "a hyphen in square brackets is a range from a lower to a higher character, or the last one");
        }
        set.set(Math.min(start, OTHERS), Math.min(end, OTHERS) + 1);
        set.or(to);
    }

    private BitSet member() throws Refused {
        int c = pattern.codePointAt(i);
        i += Character.charCount(c);
        if (c == '[' || c == '&') {
            throw new Refused(
                    false,
                    "\"" + Character.toString(c) + "\" in square brackets means something else in Java; write \\"
                            + Character.toString(c).replace("&", "x26"));
        }
        return c == '\\' ? escaped(true) : one(c);
    }

    private BitSet escaped(boolean inSet) throws Refused {
        char c = i < pattern.length() ? pattern.charAt(i++) : ' ';
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
            throw new Refused(false, "\"\\" + c + "\" is not understood, or not alike in Java and JavaScript");
        }
        return one(c);
    }

    private static BitSet one(int c) {
        BitSet set = new BitSet();
        set.set(Math.min(c, OTHERS));
        return set;
    }

    private static BitSet any() {
        BitSet set = new BitSet();
        set.set(0, OTHERS + 1);
        set.clear('\n');
        set.clear('\r');
        return set;
    }
}
