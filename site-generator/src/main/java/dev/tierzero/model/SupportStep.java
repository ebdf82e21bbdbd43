package dev.tierzero.model;

import java.util.List;
import java.util.Optional;

/**
 * A step of the ladder of help.
 *
 * @param title who helps
 * @param text how, one sentence; may be blank
 * @param target folder or page below content, or an absolute URL; blank: no link
 * @param channel where to write or call; may be blank
 * @param answer within what time somebody answers: {@code 4 h}; may be blank
 * @param hours when somebody answers; empty: not told
 * @param urgent whether it is for what goes to nobody else first
 * @param send what those who help want to be told
 */
public record SupportStep(
        String title,
        String text,
        String target,
        String channel,
        String answer,
        Optional<SupportHours> hours,
        boolean urgent,
        List<String> send) {

    /** Copies. */
    public SupportStep {
        send = List.copyOf(send);
    }
}
