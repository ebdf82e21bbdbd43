package dev.tierzero.markup;

/** A regular expression that parameters may not have; it says why in a finding's words. */
final class RefusedPattern extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean slow;

    /** @param slow whether a value could keep it busy; otherwise it is not understood */
    RefusedPattern(boolean slow, String why) {
        super(why, null, false, false);
        this.slow = slow;
    }

    boolean isSlow() {
        return slow;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
