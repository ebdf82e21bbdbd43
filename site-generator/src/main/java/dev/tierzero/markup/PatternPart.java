package dev.tierzero.markup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A part of a sequence in a regular expression.
 *
 * @param all characters that may occur in it
 * @param first characters that it may begin with
 * @param fixed whether it is there in any case, and always of one shape
 * @param atom whether it is one character
 * @param varies whether it may take more or fewer characters
 * @param isLong whether it may take many
 */
record PatternPart(BitSet all, BitSet first, boolean fixed, boolean atom, boolean varies, boolean isLong) {

    private static final int MOST_LONG = 2;
    private static final int MOST = 4;

    static PatternPart atom(BitSet set) {
        return new PatternPart(set, set, true, true, false, false);
    }

    /** One of several ways. */
    static PatternPart choice(List<List<PatternPart>> ways) {
        BitSet all = new BitSet();
        BitSet first = new BitSet();
        boolean apart = true;
        boolean varies = false;
        boolean isLong = false;
        boolean atoms = true;
        for (List<PatternPart> way : ways) {
            BitSet begins = first(way);
            apart &= !begins.intersects(first) && !way.isEmpty();
            first.or(begins);
            for (PatternPart part : way) {
                all.or(part.all());
                varies |= part.varies();
                isLong |= part.isLong();
            }
            atoms &= way.size() == 1 && way.get(0).atom();
        }
        boolean plain = apart && !varies;
        return new PatternPart(all, first, plain, atoms && apart, !plain, isLong);
    }

    /** Characters that a sequence may begin with. */
    static BitSet first(List<PatternPart> parts) {
        BitSet first = new BitSet();
        for (PatternPart part : parts) {
            first.or(part.first());
            if (part.fixed()) {
                break;
            }
        }
        return first;
    }

    /** Whether a match could take long because repetitions whose ends nothing tells are tried against each other. */
    static boolean isSlow(List<PatternPart> parts) {
        List<PatternPart> open = new ArrayList<>();
        for (PatternPart part : parts) {
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
                return true;
            }
            open.add(part);
        }
        return false;
    }

    /** Whether each round of a repetition begins or ends with a character that stands in it nowhere else. */
    static boolean isTold(List<PatternPart> parts) {
        int last = parts.size() - 1;
        return parts.size() > 1 && (isApart(parts, 0) || isApart(parts, last));
    }

    private static boolean isApart(List<PatternPart> parts, int index) {
        PatternPart mark = parts.get(index);
        for (int k = 0; k < parts.size(); k++) {
            if (k != index && parts.get(k).all().intersects(mark.all())) {
                return false;
            }
        }
        return mark.atom() && mark.fixed();
    }
}
