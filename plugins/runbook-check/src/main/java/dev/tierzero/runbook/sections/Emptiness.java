package dev.tierzero.runbook.sections;

import dev.tierzero.api.Block;
import dev.tierzero.api.CodeBlock;
import dev.tierzero.api.Section;
import java.util.regex.Pattern;

/**
 * Tells whether something stands in a section. Headings, comments, rules and notes to oneself (TODO, TBD, FIXME, lorem ipsum) are
 * nothing; so is text without a letter or digit.
 */
final class Emptiness {

    private static final Pattern NOTE = Pattern.compile(
            "(?is)^[\\s\\p{Punct}]*(?:(?:to[- ]?do|tbd|tba|tbc|fixme|xxx+|wip|placeholder)(?![\\p{L}\\p{N}]).*"
                    + "|lorem ipsum.*|(?:coming soon|work in progress|under construction|not (?:yet )?written(?: yet)?"
                    + "|to be (?:done|written|added|defined|determined|completed|documented|decided|filled in)"
                    + "|(?:write|fill in|describe|add text) (?:me|this|here)|insert .{1,40} here|section content)"
                    + "(?: (?:later|soon|yet))?[\\s\\p{Punct}]*)$");
    private static final Pattern ANY = Pattern.compile("[\\p{L}\\p{N}]");

    private final Outline outline;

    Emptiness(Outline outline) {
        this.outline = outline;
    }

    /** Whether nothing stands in a section and in the sections in it, other than required ones that do not belong there. */
    boolean of(Section section) {
        return section.blocks().stream().allMatch(Emptiness::isEmpty)
                && section.sections().stream().allMatch(inner -> outline.isMisplaced(inner) || of(inner));
    }

    /** Whether a block says nothing. */
    static boolean isEmpty(Block block) {
        return switch (block.kind()) {
            case HEADING -> true;
            case FIGURE -> false;
            case CODE ->
                block.code().map(CodeBlock::text).orElse("").isBlank()
                        || isNote(block.code().map(CodeBlock::text).orElse(""));
            default ->
                (saysNothing(block.text()) || isNote(block.text()))
                        && block.links().isEmpty()
                        && block.children().stream().allMatch(Emptiness::isEmpty);
        };
    }

    /** Whether a text is a note of what is still to be written. */
    static boolean isNote(String text) {
        return NOTE.matcher(text).matches();
    }

    private static boolean saysNothing(String text) {
        return !ANY.matcher(text).find();
    }
}
