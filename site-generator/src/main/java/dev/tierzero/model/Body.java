package dev.tierzero.model;

import java.util.List;

/**
 * A page's body: sanitised HTML with slots where resolved references go.
 *
 * @param html safe to emit; a slot's text is not in it
 * @param slots in ascending order of offset
 */
public record Body(String html, List<Slot> slots) {

    /**
     * A gap in the HTML.
     *
     * @param offset index in {@code html} (UTF-16) at which the text is inserted
     * @param link index into the document's links; of {@link Kind#INSERT} and {@link Kind#PARAGRAPH} into its inserts; of {@link Kind#STEP},
     *     {@link Kind#TICK} and {@link Kind#BOX} into the items of its blocks that are numbered or tasks, in document order; of
     *     {@link Kind#LEAD} 0
     * @param kind what is inserted; text is escaped
     */
    public record Slot(int offset, int link, Kind kind) {}

    /** What a slot takes. */
    public enum Kind {
        /** The resolved URL, inside a double-quoted attribute. */
        URL,
        /** The title of the target, as text: the author gave no text. */
        TITLE,
        /** What a plugin shows within a line. */
        INSERT,
        /** What a plugin shows in the place of a paragraph; within one, when it is no block. */
        PARAGRAPH,
        /** Nothing: here ends the lead of a procedure, before the first heading of level 2 that stands in nothing else. */
        LEAD,
        /** Attributes of an item of a procedure, inside its tag; nothing when it is no step. */
        STEP,
        /** The box to tick at the beginning of a numbered item; nothing when it is no step. */
        TICK,
        /** Attributes of the box of a task, which a procedure's readers can tick. */
        BOX
    }

    /** Copies the slots. */
    public Body {
        slots = List.copyOf(slots);
    }
}
