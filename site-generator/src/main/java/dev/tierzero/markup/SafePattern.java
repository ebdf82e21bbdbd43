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

    private static final int DEEPEST = 20;
    /** Repetitions of fewer characters cannot take long by themselves. */
    private static final int SHORT = 10;

    /**
     * Why a pattern is not allowed.
     *
     * @param slow whether a value could keep it busy; otherwise it is not understood
     * @param text of the finding
     */
    record Problem(boolean slow, String text) {}

    private final PatternCharacters text;
    private int depth;

    private SafePattern(PatternCharacters text) {
        this.text = text;
    }

    /** Why a pattern is not allowed; empty when it is. */
    static Optional<Problem> problem(String pattern) {
        if (pattern.length() > LONGEST) {
            return Optional.of(new Problem(true, "it is longer than " + LONGEST + " characters"));
        }
        boolean anchored = pattern.startsWith("^");
        boolean ended = pattern.endsWith("$") && !pattern.endsWith("\\$");
        PatternCharacters text = new PatternCharacters(
                pattern.substring(anchored ? 1 : 0, Math.max(anchored ? 1 : 0, pattern.length() - (ended ? 1 : 0))));
        try {
            new SafePattern(text).alternatives();
            if (text.more()) {
                throw new RefusedPattern(false, "a bracket is closed that was not opened");
            }
            return Optional.empty();
        } catch (RefusedPattern refused) {
            return Optional.of(new Problem(refused.isSlow(), refused.why()));
        }
    }

    /** The parts of what stands here up to a closing bracket; one part when there are alternatives. */
    private List<PatternPart> alternatives() throws RefusedPattern {
        if (++depth > DEEPEST) {
            throw new RefusedPattern(true, "its groups are nested too deeply");
        }
        List<List<PatternPart>> ways = new ArrayList<>();
        ways.add(sequence());
        while (text.takes('|')) {
            ways.add(sequence());
        }
        depth--;
        return ways.size() == 1 ? ways.get(0) : List.of(PatternPart.choice(ways));
    }

    private List<PatternPart> sequence() throws RefusedPattern {
        List<PatternPart> parts = new ArrayList<>();
        while (text.more() && !text.at('|') && !text.at(')')) {
            parts.addAll(repeated(atom()));
        }
        if (PatternPart.isSlow(parts)) {
            throw new RefusedPattern(true, "too many of its repetitions can take the same characters");
        }
        return parts;
    }

    private List<PatternPart> repeated(List<PatternPart> atom) throws RefusedPattern {
        int[] range = quantifier();
        if (range.length == 0) {
            return atom;
        }
        boolean loops = range[1] > 1;
        boolean single = atom.size() == 1 && atom.get(0).atom();
        boolean varies = atom.stream().anyMatch(PatternPart::varies);
        if (loops && varies && !PatternPart.isTold(atom)) {
            throw new RefusedPattern(true, "a repetition stands in a repetition, and nothing tells where one ends");
        }
        BitSet all = new BitSet();
        atom.forEach(part -> all.or(part.all()));
        boolean same = range[0] == range[1] && !varies;
        boolean isLong = (range[1] > SHORT && (range[0] != range[1] || varies))
                || atom.stream().anyMatch(PatternPart::isLong);
        boolean fixed = range[0] > 0;
        return List.of(new PatternPart(
                all, PatternPart.first(atom), fixed && same, single && range[1] == 1 && same, !same, isLong));
    }

    /** How often what stands before is taken; empty when nothing is said. */
    private int[] quantifier() throws RefusedPattern {
        int[] range = {};
        if (isQuantifier() && !text.at('{')) {
            int c = text.take();
            range = new int[] {c == '+' ? 1 : 0, c == '?' ? 1 : Integer.MAX_VALUE};
        } else if (text.takes('{')) {
            range = times(text.until('}'));
        }
        if (range.length > 0 && isQuantifier()) {
            throw new RefusedPattern(false, "two quantifiers follow each other");
        }
        return range;
    }

    private boolean isQuantifier() {
        return text.at('?') || text.at('+') || text.at('*') || text.at('{');
    }

    private static int[] times(String inside) throws RefusedPattern {
        if (!inside.matches("\\d{1,4}(,(\\d{1,4})?)?")) {
            throw new RefusedPattern(false, "a brace stands in it; write \\{, or a number of times such as {1,9}");
        }
        String[] ends = inside.split(",", -1);
        int least = Integer.parseInt(ends[0]);
        int most = ends.length == 1 ? least : ends[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(ends[1]);
        if (most < least || most == 0) {
            throw new RefusedPattern(false, "\"{" + inside + "}\" is no number of times");
        }
        return new int[] {least, most};
    }

    private List<PatternPart> atom() throws RefusedPattern {
        int c = text.take();
        if (c == '(') {
            return group();
        }
        if (c == '[') {
            return List.of(PatternPart.atom(text.set()));
        }
        if (c == '\\') {
            return List.of(PatternPart.atom(text.escaped(false)));
        }
        if (c == '.') {
            return List.of(PatternPart.atom(PatternCharacters.any()));
        }
        if ("*+?{}]^$".indexOf(c) >= 0) {
            throw new RefusedPattern(
                    false,
                    "\"" + Character.toString(c) + "\" has nothing to do here; as a character it is written \\"
                            + Character.toString(c));
        }
        return List.of(PatternPart.atom(PatternCharacters.one(c)));
    }

    private List<PatternPart> group() throws RefusedPattern {
        if (text.takes('?') && !text.takes(':')) {
            throw new RefusedPattern(false, "\"(?\" is understood only in \"(?:\"");
        }
        List<PatternPart> parts = alternatives();
        if (!text.takes(')')) {
            throw new RefusedPattern(false, "a bracket is not closed");
        }
        return parts;
    }
}
