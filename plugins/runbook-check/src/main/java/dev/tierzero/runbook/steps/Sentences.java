package dev.tierzero.runbook.steps;

import dev.tierzero.api.Block;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sentences of a block, and what they say about going on. */
final class Sentences {

    private static final Pattern END =
            Pattern.compile("(?<=[.!?:;])\\s+(?=[\\p{Lu}\\p{Pi}`\"'(<\\[]|go |then |otherwise )");
    private static final Pattern WHOLE = Pattern.compile("(?<=[.!?])\\s+");
    private static final Pattern CONDITION = Pattern.compile(
            "(?i)\\?|\\b(?:if|when|whenever|once|unless|until|otherwise|in case|alternatively|optionally|should|either|or|as long as|still)\\b");
    private static final Pattern GO = Pattern.compile(
            "(?i)^(?:then |and |now |next,? |finally,? |in any case,? )*(?:go|jump|skip|proceed|continue|return|turn|move on)\\b"
                    + "|\\b(?:then|and) (?:go|jump|proceed|continue|return)\\b|^(?:re)?start(?: the \\w+)?:");

    private Sentences() {}

    /** Sentences alone: what stands behind a colon belongs to what stands before. */
    static List<String> whole(String text) {
        return Stream.of(WHOLE.split(text, -1)).filter(s -> !s.isBlank()).toList();
    }

    static List<String> of(String text) {
        return Stream.of(END.split(text)).filter(s -> !s.isBlank()).toList();
    }

    /** Whether a sentence sends everybody elsewhere: it says to go on somewhere, and names no condition. */
    static boolean sendsAll(String sentence, String before) {
        return GO.matcher(sentence).find()
                && !CONDITION.matcher(sentence).find()
                && !CONDITION.matcher(before).find();
    }

    /** Whether a sentence says to go on somewhere. */
    static boolean sends(String sentence) {
        return GO.matcher(sentence).find()
                || sentence.toLowerCase(Locale.ROOT).contains("go to")
                || sentence.toLowerCase(Locale.ROOT).contains("go back");
    }

    /** Whether a text names a condition. */
    static boolean isConditional(String text) {
        return CONDITION.matcher(text).find();
    }

    /** The own words of a block and of its paragraphs, without those of code, tables and notes. */
    static List<Block> prose(Block block) {
        return block.all()
                .filter(inner -> inner.kind() == Block.Kind.PARAGRAPH
                        || inner.kind() == Block.Kind.ITEM
                        || inner.kind() == Block.Kind.ORDERED_ITEM)
                .filter(inner -> !inner.text().isBlank())
                .toList();
    }
}
