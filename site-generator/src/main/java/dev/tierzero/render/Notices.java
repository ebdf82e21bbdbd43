package dev.tierzero.render;

import dev.tierzero.model.Emergency;
import dev.tierzero.model.Escalation;
import java.util.Optional;

/**
 * What every page says besides its own text.
 *
 * @param emergency in which the site was published although checks failed
 * @param escalation who helps next
 */
public record Notices(Optional<Emergency> emergency, Escalation escalation) {

    /** Nothing. */
    public static final Notices NONE = new Notices(Optional.empty(), Escalation.NONE);

    /** The same with an emergency. */
    public Notices in(Emergency other) {
        return new Notices(Optional.of(other), escalation);
    }
}
