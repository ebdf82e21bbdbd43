package dev.tierzero.markup;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** A block of flexmark's tree: admonition, collapsible block, tabs or tab. */
final class Container extends Block {

    private final Opening opening;
    private final int offset;
    private boolean closed;

    /** @param offset of its opening in the expanded text */
    Container(Opening opening, int offset, boolean closed) {
        this.opening = opening;
        this.offset = offset;
        this.closed = closed;
    }

    Opening opening() {
        return opening;
    }

    int offset() {
        return offset;
    }

    /** Whether its end was found. */
    boolean closed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }

    /** The line that closes a container; renders as nothing. */
    static final class End extends Block {
        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }
}
