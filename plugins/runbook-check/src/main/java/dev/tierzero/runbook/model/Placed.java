package dev.tierzero.runbook.model;

import dev.tierzero.api.Block;
import java.util.List;
import java.util.Optional;

/**
 * A block at its place.
 *
 * @param block it
 * @param around the blocks in which it stands, innermost first
 * @param part the section in which it stands
 */
public record Placed(Block block, List<Block> around, Part part) {

    /** Copies. */
    public Placed {
        around = List.copyOf(around);
    }

    /** The step in which it stands: the outermost numbered item. */
    public Optional<Block> step() {
        return around.stream()
                .filter(block -> block.kind() == Block.Kind.ORDERED_ITEM)
                .reduce((inner, outer) -> outer);
    }

    /** The blocks beside it: those of the block or section in which it stands. */
    public List<Block> siblings() {
        return around.isEmpty() ? part.section().blocks() : around.get(0).children();
    }
}
