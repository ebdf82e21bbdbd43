package dev.tierzero.kpi.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A stage of a rollout, which targets and the bands of charts refer to.
 *
 * @param id as targets name it
 * @param title for readers
 * @param from its first day; empty while it has none
 */
public record Stage(String id, String title, Optional<LocalDate> from) {

    /** None may be missing. */
    public Stage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(from, "from");
    }

    /** The stage on a day, of stages in their order: the last that has begun. */
    public static Optional<Stage> on(LocalDate day, List<Stage> stages) {
        return stages.stream()
                .filter(stage -> stage.from().filter(from -> !from.isAfter(day)).isPresent())
                .reduce((earlier, later) -> later);
    }
}
