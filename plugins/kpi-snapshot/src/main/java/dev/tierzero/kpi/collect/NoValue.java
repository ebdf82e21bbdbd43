package dev.tierzero.kpi.collect;

import dev.tierzero.kpi.model.State;

/**
 * Why a source gave no value. The words are our own: nothing of an answer, an address or a token is repeated, because they are published.
 */
final class NoValue extends Exception {

    private static final long serialVersionUID = 1L;

    private final State state;
    private final String code;
    private final String hint;

    private NoValue(State state, String code, String message, String hint) {
        super(message);
        this.state = state;
        this.code = code;
        this.hint = hint;
    }

    static NoValue unreachable(String message) {
        String hint =
                "the last good value stays on the page with its age; see to the source, then run ./tier0 data refresh";
        return new NoValue(State.UNREACHABLE, "KP020", message, hint);
    }

    /** The source was not asked; {@code hint} says which setting of the site or the machine stands against it. */
    static NoValue unasked(String message, String hint) {
        return new NoValue(State.UNREACHABLE, "KP020", message, hint);
    }

    static NoValue invalid(String message) {
        String hint = "the answer was not used; compare it with the declaration of the source";
        return new NoValue(State.INVALID, "KP021", message, hint);
    }

    static NoValue noData(String message) {
        String hint = "look whether the figure is still recorded under this name";
        return new NoValue(State.NO_DATA, "KP022", message, hint);
    }

    static NoValue implausible(String message) {
        String hint = "correct the query or the scale, or declare minimum and maximum of the KPI";
        return new NoValue(State.INVALID, "KP023", message, hint);
    }

    static NoValue future() {
        String hint = "set the clock of the source, or correct which field holds the time";
        return new NoValue(State.INVALID, "KP024", "it was observed in the future", hint);
    }

    static NoValue personal() {
        String hint = "let the source give one aggregate, without names, addresses and machines";
        return new NoValue(State.INVALID, "KP041", "the answer holds data about single people", hint);
    }

    static NoValue smallGroup(int minimum) {
        String hint = "show the figure of a larger group; nothing of this one was kept";
        return new NoValue(State.NO_DATA, "KP042", "withheld: group smaller than " + minimum, hint);
    }

    State state() {
        return state;
    }

    String code() {
        return code;
    }

    String hint() {
        return hint;
    }

    /** The words for readers. */
    String words() {
        return String.valueOf(getMessage());
    }
}
