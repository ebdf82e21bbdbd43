package dev.tierzero.search;

import java.util.Objects;

/**
 * A log message that a page explains, so that a pasted log line finds it.
 *
 * @param anchor of the section that explains it; empty for the page as a whole
 * @param template as its author wrote it: {@code <name>}, <code>{name}</code> and {@code *} stand for anything
 */
public record Message(String anchor, String template) {

    /** Checks that both are there. */
    public Message {
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(template, "template");
    }
}
