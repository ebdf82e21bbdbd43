package dev.tierzero.kpi.model;

/** Which way is better. */
public enum Direction {
    /** More is better. */
    UP,
    /** Less is better. */
    DOWN,
    /** Neither: the trend is watched. */
    NONE
}
