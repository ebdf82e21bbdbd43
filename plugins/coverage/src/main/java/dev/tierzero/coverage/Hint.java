package dev.tierzero.coverage;

import dev.tierzero.api.Nearest;
import java.util.Collection;

/** Hints that name what was probably meant. */
final class Hint {

    private Hint() {}

    /** The hint that names the candidate that a word most likely means, or another hint when none is near. */
    static String near(String word, Collection<String> candidates, String otherwise) {
        return Nearest.of(word, candidates)
                .map(meant -> "did you mean " + meant + "?")
                .orElse(otherwise);
    }
}
