package dev.tierzero.model;

import dev.tierzero.api.Block;
import dev.tierzero.api.InsertReference;
import java.util.List;

/**
 * What stands where in a body.
 *
 * @param blocks in document order, headings among them
 * @param inserts places where something of a plugin's is shown; slots of the body point into this list
 */
public record Outline(List<Block> blocks, List<InsertReference> inserts) {

    /** Of a body with nothing in it. */
    public static final Outline EMPTY = new Outline(List.of(), List.of());

    /** Copies. */
    public Outline {
        blocks = List.copyOf(blocks);
        inserts = List.copyOf(inserts);
    }
}
