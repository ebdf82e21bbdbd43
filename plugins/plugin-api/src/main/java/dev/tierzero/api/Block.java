package dev.tierzero.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A block of a page's body, with the blocks in it: the same for the same page in Markdown and AsciiDoc.
 *
 * @param kind what it is
 * @param text its own words without those of the blocks in it, single spaces; of an item those of its first paragraph, which is then
 *     no block in it; of a table all its words; of code its title and text alternative
 * @param detail of a heading its id; of code its language; of an admonition its kind ({@code warning}), the title being its text; of an
 *     ordered item its number in digits; of a task {@code x} or a space; of a tab, a disclosure or a figure its title, which is not in
 *     the text; of what holds the footnotes {@link #FOOTNOTES}; else empty
 * @param position of its first line
 * @param links that stand in it and in no block in it
 * @param children the blocks in it, in document order
 * @param code of code the block of code
 */
public record Block(
        Kind kind,
        String text,
        String detail,
        SourcePosition position,
        List<Link> links,
        List<Block> children,
        Optional<CodeBlock> code) {

    /** The detail of the block that holds the footnotes, one {@link Kind#OTHER} each: the page's last and in no section. */
    public static final String FOOTNOTES = "footnotes";

    /** Kinds of blocks. A list has no block of its own: its items stand where it stands. */
    public enum Kind {
        /** A heading. */
        HEADING,
        /** A paragraph. */
        PARAGRAPH,
        /** An item of a numbered list: a step. */
        ORDERED_ITEM,
        /** An item of a list without numbers. */
        ITEM,
        /** An item with a box to tick. */
        TASK,
        /** A block of code. */
        CODE,
        /** A note, tip, warning and their kin. */
        ADMONITION,
        /** A quotation. */
        QUOTE,
        /** A table. */
        TABLE,
        /** One of several tabs. */
        TAB,
        /** Text that opens when asked. */
        DISCLOSURE,
        /** A term of a definition list; its definitions are the children. */
        TERM,
        /** An image or drawing with its caption. */
        FIGURE,
        /** Anything else that holds blocks. */
        OTHER
    }

    /** Copies the lists. */
    public Block {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(position, "position");
        links = List.copyOf(links);
        children = List.copyOf(children);
    }

    /** This block and all in it, in document order. */
    public Stream<Block> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Block::all));
    }

    /** The links of this block and of all in it. */
    public List<Link> allLinks() {
        return all().flatMap(block -> block.links().stream()).toList();
    }
}
