package dev.tierzero.kpi.model;

import java.util.Locale;

/** How far a KPI's last value can be relied on. In every state older values may be there, with their own age. */
public enum State {
    /** The last value is the source's own, and not older than the declaration allows. */
    FRESH("fresh"),
    /** The last value is older than the declaration allows. Told by {@link Snapshot#stateAt}, never kept. */
    STALE("stale"),
    /** The source could not be asked, or did not answer as one: no connection, no right, an error, too late. */
    UNREACHABLE("unreachable"),
    /** The source answered, and what it said is no value of this KPI. */
    INVALID("invalid"),
    /** The source has no value that may be shown, or none was ever collected. */
    NO_DATA("no data");

    private final String words;

    State(String words) {
        this.words = words;
    }

    /** The state for readers: {@code no data}. */
    public String words() {
        return words;
    }

    /** The state as data and as part of a class name: {@code no-data}. */
    public String key() {
        return words.replace(' ', '-');
    }

    /**
     * The state of a key.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static State ofKey(String key) {
        return valueOf(key.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
