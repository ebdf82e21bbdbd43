package dev.tierzero.api.run;

import dev.tierzero.api.SourcePosition;
import java.util.Objects;
import java.util.Optional;

/**
 * What must change after a run.
 *
 * @param page that changes because of it, below the content folder
 * @param done whether the change was made
 * @param position in the record
 */
public record RunLesson(String text, Optional<String> page, boolean done, SourcePosition position) {

    /** Checks that nothing is missing. */
    public RunLesson {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(position, "position");
    }
}
