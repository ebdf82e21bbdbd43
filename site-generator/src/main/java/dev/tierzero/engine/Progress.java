package dev.tierzero.engine;

/** Hears how far a build is. Called from any thread. */
public interface Progress {

    /** Hears nothing. */
    Progress NONE = (stage, done, of) -> {};

    /**
     * One more step of a stage is done.
     *
     * @param stage a word: {@code parse}, {@code render}
     * @param done how many
     * @param of how many there are
     */
    void at(String stage, int done, int of);
}
