package dev.tierzero.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands right beside places, with which a value would be one word or one sign. Where a value is quoted that does no harm; where it
 * is written as it is, {@code $NAME} goes on with it, and digits before {@code >} are no argument any more.
 */
final class ShellJoints {

    private static final Pattern PATTERN = Pattern.compile("(?s).*[{\\[][^}\\]]*");

    private static final Place JOINED = Place.unsafe(
            "what stands beside it would go on with a value that is not quoted",
            "put a blank before < and >, and write a variable in braces: ${NAME}");

    /** How a place was written before commands restricted it, and what it stands beside. */
    private record Joint(Quoting first, boolean sign, boolean pattern) {

        boolean joins(Quoting last) {
            boolean bare = last == Quoting.NUMBER && first == Quoting.WORD;
            boolean again = last == Quoting.VERBATIM || last == Quoting.PLAIN;
            boolean read = first == Quoting.WORD || last == Quoting.VERBATIM;
            return first != last
                    && ((sign && (bare || (again && read))) || (pattern && again && first == Quoting.WORD));
        }
    }

    private final List<Joint> joints = new ArrayList<>();

    /** Whether values in a word that begins so would be part of a pattern, unless they are quoted. */
    static boolean isPattern(CharSequence word) {
        return PATTERN.matcher(word).matches();
    }

    /** Notes what stands beside the next place. */
    void add(Quoting first, boolean sign, boolean pattern) {
        joints.add(new Joint(first, sign, pattern));
    }

    /** Refuses the places where something would go on with a value. */
    void check(List<Place> places) {
        for (int k = 0; k < places.size(); k++) {
            boolean joined =
                    places.get(k).isSafe() && joints.get(k).joins(places.get(k).quoting());
            places.set(k, joined ? JOINED : places.get(k));
        }
    }
}
