package dev.tierzero.markup;

import dev.tierzero.api.Block;
import dev.tierzero.api.CodeBlock;
import dev.tierzero.api.Link;
import dev.tierzero.api.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The blocks of a body while it is written. The words of a block are those that the page got while the block was open and no block in it
 * was. One page, one thread.
 */
final class BlockTree {

    private final StringBuilder words;
    private final Supplier<SourcePosition> position;
    private Open top;

    /**
     * @param words of the page, as they grow
     * @param position where the page is read now
     */
    BlockTree(StringBuilder words, Supplier<SourcePosition> position) {
        this.words = words;
        this.position = position;
        this.top = new Open(Block.Kind.OTHER, "", SourcePosition.ofFile(""), Optional.empty(), Form.BARE);
    }

    /** How a block comes about. */
    private enum Form {
        ORDINARY,
        /** An item whose text may yet be that of its first paragraph. */
        ITEM,
        /** No block: what stands in it stands where it stands, and text without a block is a paragraph. */
        BARE,
        /** A paragraph that nobody opened. */
        IMPLIED
    }

    private static final class Open {
        private final Block.Kind kind;
        private final SourcePosition position;
        private final Optional<Open> parent;
        private final List<Block> children;
        private final int begin;
        private Form form;
        private String detail;
        private String text = "";
        private List<Link> links = List.of();
        private Optional<CodeBlock> code = Optional.empty();
        private int taken;

        Open(Block.Kind kind, String detail, SourcePosition position, Optional<Open> parent, Form form) {
            this(kind, detail, position, parent, form, new ArrayList<>(0), 0);
        }

        Open(
                Block.Kind kind,
                String detail,
                SourcePosition position,
                Optional<Open> parent,
                Form form,
                List<Block> children,
                int begin) {
            this.kind = kind;
            this.detail = detail;
            this.position = position;
            this.parent = parent;
            this.form = form;
            this.children = children;
            this.begin = begin;
            this.taken = begin;
        }

        boolean isEmpty() {
            return text.isEmpty() && links.isEmpty() && children.isEmpty();
        }
    }

    /** The blocks of the whole page. */
    List<Block> blocks() {
        settle();
        if (top.parent.isPresent()) {
            throw new IllegalStateException("still open: " + top.kind + " at " + top.position);
        }
        return top.children;
    }

    /** Opens a block. */
    void open(Block.Kind kind, String detail) {
        open(kind, detail, Form.ORDINARY);
    }

    /** Opens an item of a list. */
    void item(Block.Kind kind, String detail) {
        open(kind, detail, Form.ITEM);
    }

    /** Opens a paragraph; the first of an item is the item's text, and false is returned: nothing is to be closed. */
    boolean paragraph() {
        if (top.form == Form.ITEM) {
            take();
            top.form = Form.ORDINARY;
            if (top.isEmpty()) {
                return false;
            }
        }
        open(Block.Kind.PARAGRAPH, "");
        return true;
    }

    /** Opens a place that is no block; text in it is. */
    void bare() {
        settle();
        take();
        top = new Open(top.kind, "", top.position, Optional.of(top), Form.BARE, top.children, words.length());
    }

    private void open(Block.Kind kind, String detail, Form form) {
        settle();
        push(kind, detail, form);
    }

    private void push(Block.Kind kind, String detail, Form form) {
        take();
        top = new Open(kind, detail, position.get(), Optional.of(top), form, new ArrayList<>(0), words.length());
    }

    /** Ends an implied paragraph: another block begins or ends here. */
    void settle() {
        if (top.form == Form.IMPLIED) {
            end();
        }
    }

    /** Closes the block opened last. */
    void close() {
        settle();
        end();
    }

    /** Closes the blocks opened last until so many are open. */
    void closeTo(int depth) {
        while (depth() > depth) {
            close();
        }
    }

    /** How many blocks are open. */
    int depth() {
        settle();
        int depth = 0;
        for (Optional<Open> open = top.parent; open.isPresent(); open = open.get().parent) {
            depth++;
        }
        return depth;
    }

    private void end() {
        Open open = top;
        take();
        top = open.parent.orElseThrow();
        top.taken = words.length();
        if (open.form != Form.BARE) {
            String text = open.kind == Block.Kind.TABLE ? part(open.begin) : open.text;
            top.children.add(
                    new Block(open.kind, text, open.detail, open.position, open.links, open.children, open.code));
        }
    }

    /** Notes a link of the innermost block. */
    void add(Link link) {
        content();
        if (top.links.isEmpty()) {
            top.links = new ArrayList<>(2);
        }
        top.links.add(link);
    }

    /** Says that something of a line stands here. */
    void content() {
        if (top.form == Form.BARE) {
            push(Block.Kind.PARAGRAPH, "", Form.IMPLIED);
        }
    }

    /** Makes the open block one of code. */
    void code(CodeBlock code) {
        top.code = Optional.of(code);
    }

    /** Makes the words since the last call, or since the last block in this one, the block's own. */
    void take() {
        String part = part(top.taken);
        if (!part.isEmpty()) {
            top.text = top.text.isEmpty() ? part : top.text + " " + part;
        }
        top.taken = words.length();
    }

    /** Makes the words since {@link #take()} the block's detail. */
    void title() {
        top.detail = part(top.taken);
        top.taken = words.length();
    }

    private String part(int from) {
        int start = from;
        int end = words.length();
        while (start < end && words.charAt(start) == ' ') {
            start++;
        }
        while (end > start && words.charAt(end - 1) == ' ') {
            end--;
        }
        return words.substring(start, end);
    }
}
