package dev.tierzero.api;

import java.util.Objects;

/**
 * A fact about a page that its author did not write, shown in its card: {@code Last drill: 41 days ago}.
 *
 * @param path of the page below the content folder
 * @param label what it is
 * @param text its value; readable alone, without a browser's help
 * @param target page to read more on, as links name it ({@code /recovery/exercises.adoc}); may be empty
 * @param date ISO 8601 date or instant that the value is of; its age is told when the page is read; may be empty
 * @param tone how it is meant
 */
public record PageFact(String path, String label, String text, String target, String date, Tone tone)
        implements Contribution {

    /** How a fact is meant; never told by colour alone. */
    public enum Tone {
        /** It is just so. */
        NEUTRAL,
        /** As it should be. */
        GOOD,
        /** Somebody should look. */
        ATTENTION,
        /** Not as it should be. */
        BAD
    }

    /** @throws IllegalArgumentException for a blank label or text */
    public PageFact {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(tone, "tone");
        if (label.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("a fact of " + path + " needs a label and a text");
        }
    }

    /** A fact without link, date and tone. */
    public static PageFact of(String path, String label, String text) {
        return new PageFact(path, label, text, "", "", Tone.NEUTRAL);
    }
}
