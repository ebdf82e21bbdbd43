package dev.tierzero.coverage;

import dev.tierzero.api.Document;
import dev.tierzero.api.run.RunRecord;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * When a playbook is due to be exercised: the one rule of the grid, of the cards and of an audit. Incidents and demonstrations change
 * nothing.
 */
record Schedule(Inventory inventory) {

    private static final Comparator<Optional<LocalDate>> NEVER_FIRST =
            Comparator.comparing(day -> day.orElse(LocalDate.MIN));

    /**
     * The last day on which the next exercise is in time: an interval after the last one; of a playbook that never was exercised the end of
     * the first quarter. Empty when no quarter is the first.
     */
    Optional<LocalDate> due(Document playbook) {
        return last(playbook)
                .map(day -> inventory.settings().drillEvery().after(day))
                .or(() -> first().map(Quarter::lastDay));
    }

    /** The day of the last exercise. */
    Optional<LocalDate> last(Document playbook) {
        return inventory.runs().lastExercise(playbook).map(RunRecord::date);
    }

    /** The quarter in which exercises begin: as the settings say, or else that of the first one. */
    Optional<Quarter> first() {
        return inventory.settings().drillsFrom().or(() -> inventory.runs().all().stream()
                .filter(RunRecord::isExercise)
                .map(run -> Quarter.of(run.date()))
                .min(Comparator.naturalOrder()));
    }

    /** The playbook whose last exercise is the longest ago; one that never was exercised comes first. */
    Optional<Document> next() {
        return inventory.playbooks().stream().min(Comparator.comparing(this::last, NEVER_FIRST));
    }
}
