package dev.tierzero.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a run compares with the last.
 *
 * @param same the last run, when it had the same input
 * @param collected the data, when it had to be collected to know
 */
record Before(Optional<LastRun> same, Optional<Collection> collected) {

    static Before of(Inputs inputs, Optional<LastRun> last) throws IOException {
        Optional<LastRun> like = last.filter(l -> l.fingerprint().equals(inputs.fingerprint()));
        if (like.isEmpty() || like.get().data().isEmpty()) {
            return new Before(like, Optional.empty());
        }
        Collection collected = Collection.of(Plugins.of(inputs));
        return new Before(like.filter(l -> l.data().equals(collected.mark())), Optional.of(collected));
    }

    /** What the last run found, when the same input was published before and the folder is whole. */
    Optional<Outcome> unchanged(Inputs inputs, Path target) throws IOException {
        if (same.isEmpty()) {
            return Optional.empty();
        }
        LastRun last = same.get();
        return Standing.of(target)
                .filter(standing -> standing.fingerprint().equals(last.fingerprint() + last.data()))
                .map(standing ->
                        replayed(inputs, last, Outcome.State.UNCHANGED, Optional.of(target), standing.pages()));
    }

    /** What the last run found, when it had the same input. */
    Optional<Outcome> checked(Inputs inputs) {
        return same.map(last -> replayed(inputs, last, Outcome.State.CHECKED, Optional.empty(), 0));
    }

    private static Outcome replayed(
            Inputs inputs, LastRun last, Outcome.State state, Optional<Path> output, int pages) {
        return new Outcome(
                state,
                output,
                last.counts(),
                new Outcome.Published(pages, 0, 0),
                last.diagnostics(),
                inputs.emergencies()
                        .standing()
                        .map(entry -> Outcome.InEmergency.standing(
                                inputs.emergencies(), last.letThrough().by(entry))));
    }
}
