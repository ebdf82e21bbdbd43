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
 * @param value the same for machines, where the text is for people: a duration in ISO 8601 ({@code PT2H}), a number; may be empty
 */
public record PageFact(String path, String label, String text, String target, String date, Tone tone, String value)
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
        Objects.requireNonNull(value, "value");
        if (label.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("a fact of " + path + " needs a label and a text");
        }
    }

    /** A fact that says nothing of its own to machines. */
    public PageFact(String path, String label, String text, String target, String date, Tone tone) {
        this(path, label, text, target, date, tone, "");
    }

    /** This fact with a value for machines. */
    public PageFact withValue(String machines) {
        return new PageFact(path, label, text, target, date, tone, machines);
    }

    /** A fact without link, date and tone. */
    public static PageFact of(String path, String label, String text) {
        return new PageFact(path, label, text, "", "", Tone.NEUTRAL);
    }
}
