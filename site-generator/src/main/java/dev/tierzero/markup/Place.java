package dev.tierzero.markup;

import java.util.List;

/**
 * A place in code where a reader's value goes.
 *
 * @param quoting how it is written there
 * @param forbidden the one value that cannot stand there, such as the word that would end a here-document; empty for none
 * @param problem why no value can be written there safely; empty when one can
 * @param hint against the problem
 */
record Place(Quoting quoting, String forbidden, String problem, String hint) {

    /** From what leaves most to what leaves least. */
    private static final List<Quoting> STRICT = List.of(Quoting.VERBATIM, Quoting.PLAIN, Quoting.NUMBER);

    static Place of(Quoting quoting) {
        return new Place(quoting, "", "", "");
    }

    /** A place where no quoting is safe. */
    static Place unsafe(String problem, String hint) {
        return new Place(Quoting.VERBATIM, "", problem, hint);
    }

    Place with(Quoting other) {
        return new Place(other, forbidden, problem, hint);
    }

    /** The place when a value must also hold to another way, if that leaves less. */
    Place stricter(Quoting other) {
        return STRICT.indexOf(other) > STRICT.indexOf(quoting) ? with(other) : this;
    }

    boolean isSafe() {
        return problem.isEmpty();
    }
}
