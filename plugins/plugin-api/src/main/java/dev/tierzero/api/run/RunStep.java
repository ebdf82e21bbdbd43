package dev.tierzero.api.run;

import dev.tierzero.api.SourcePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A step as it went in one run.
 *
 * @param id on its page: {@code restore-the-snapshot.4}
 * @param digest of the step's words and commands at the time; may be empty
 * @param title what it said first; may be empty
 * @param role {@code step}, {@code verify} or {@code task}
 * @param kind {@code plain}, {@code read-only}, {@code danger} or {@code irreversible}
 * @param at when it was ticked or skipped
 * @param elapsed since the outage began
 * @param note that somebody wrote down; may be empty
 * @param reason why it was skipped; may be empty
 * @param position in the record
 */
public record RunStep(
        String id,
        String digest,
        String title,
        String role,
        String kind,
        State state,
        Optional<Instant> at,
        Optional<Duration> elapsed,
        String note,
        String reason,
        SourcePosition position) {

    /** What became of a step. */
    public enum State {
        /** Ticked. */
        DONE,
        /** Left out, for a reason. */
        SKIPPED,
        /** Neither when the run ended. */
        OPEN;

        /** As records write it: {@code skipped}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks that nothing is missing. */
    public RunStep {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(elapsed, "elapsed");
        Objects.requireNonNull(position, "position");
    }

    /** Whether it tells that the recovery worked. */
    public boolean verifies() {
        return role.equals("verify");
    }
}
