package dev.tierzero.api;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Something to do on a page that is a procedure: an item of a numbered list that stands in no other such item, or a task. The same for the
 * same page in Markdown and AsciiDoc; the page's HTML carries it as {@code data-step} and its kin.
 *
 * @param id unique on its page: {@code restore-the-snapshot.4}, {@code post-incident-review.task.1}; {@code top} stands for the text before
 *     the first heading, {@code ~2} is added to the second of the same name
 * @param number as readers see it; of a task its place among the tasks under its heading
 * @param role what it is for
 * @param kind how much care it takes
 * @param digest first 8 hex digits of the SHA-256 of all its words and commands, white space levelled
 * @param item its block
 */
public record Step(String id, String number, Role role, Kind kind, String digest, Block item) {

    /** What a step is for. */
    public enum Role {
        /** To be done. */
        STEP,
        /** Tells whether it worked: it stands in a section named Verification or the like. */
        VERIFY,
        /** To be ticked off, in no order. */
        TASK
    }

    /** How much care a step takes. */
    public enum Kind {
        /** Nothing is said. */
        PLAIN,
        /** It begins with "Read-only.": it changes nothing. */
        READ_ONLY,
        /** A caution, warning or danger stands in it. */
        DANGER,
        /** A note in it is titled, or begins with, Irreversible; this outdoes all else. */
        IRREVERSIBLE;

        /** As it is written: {@code read-only}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Checks that nothing is missing. */
    public Step {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(item, "item");
    }

    /** What it says first. */
    public String title() {
        return item.text();
    }

    /** The steps and tasks of a page, in document order. */
    public static List<Step> of(List<Heading> headings, List<Block> blocks) {
        return new StepReading(headings).read(blocks);
    }

    /** The items of numbered lists that stand in no other such item, in document order. */
    public static Stream<Block> items(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> block.kind() == Block.Kind.ORDERED_ITEM ? Stream.of(block) : items(block.children()));
    }
}
