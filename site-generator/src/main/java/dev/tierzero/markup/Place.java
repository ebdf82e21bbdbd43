package dev.tierzero.markup;

/**
 * A place in code where a reader's value goes.
 *
 * @param quoting how it is written there
 * @param forbidden the one value that cannot stand there, such as the word that would end a here-document; empty for none
 * @param problem why no value can be written there safely; empty when one can
 * @param hint against the problem
 */
record Place(Quoting quoting, String forbidden, String problem, String hint) {

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

    boolean isSafe() {
        return problem.isEmpty();
    }
}
