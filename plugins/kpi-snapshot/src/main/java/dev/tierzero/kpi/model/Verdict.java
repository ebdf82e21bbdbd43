package dev.tierzero.kpi.model;

/** Whether a target is met. */
public enum Verdict {
    MET("met"),
    NOT_MET("not met"),
    /** There is no target here, or not enough data to tell. */
    UNKNOWN("unknown");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** The verdict for readers: {@code not met}. */
    public String words() {
        return words;
    }
}
