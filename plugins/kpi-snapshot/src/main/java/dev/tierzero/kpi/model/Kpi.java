package dev.tierzero.kpi.model;

import dev.tierzero.api.SourcePosition;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A KPI as the site declares it in {@code content/_data/kpis.yaml}.
 *
 * @param id unique, {@code [a-z][a-z0-9-]{0,39}}; its history is {@code content/_data/kpi/<id>.csv}
 * @param title for readers
 * @param definition in one sentence; may be empty
 * @param formula how it is computed; may be empty
 * @param owner a role of {@code owners.yaml}; may be empty
 * @param audience group of readers that the KPI is shown with; may be empty
 * @param unit what it is counted in
 * @param direction which way is better
 * @param baseline the value before all began
 * @param target what it is to reach
 * @param range values that can be true
 * @param source where values come from
 * @param cadence how often a new value is expected
 * @param maxAge age beyond which the last value is stale
 * @param minimumGroup values of smaller groups are not published
 * @param note for readers; may be empty
 * @param demo whether the figures are made up for demonstration; pages must say so
 * @param position of the entry
 */
public record Kpi(
        String id,
        String title,
        String definition,
        String formula,
        String owner,
        String audience,
        Unit unit,
        Direction direction,
        Optional<BigDecimal> baseline,
        Target target,
        Range range,
        Source source,
        Cadence cadence,
        Duration maxAge,
        int minimumGroup,
        String note,
        boolean demo,
        SourcePosition position) {

    /** The smallest group whose figures may be shown, unless the declaration asks for more. */
    public static final int MINIMUM_GROUP = 5;

    /** @throws IllegalArgumentException for an id that could not name a file, or an age that is none */
    public Kpi {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(source, "source");
        if (!id.matches("[a-z][a-z0-9-]{0,39}") || maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("not a KPI: " + id + ", " + maxAge);
        }
    }

    /** The committed history below the content folder: {@code _data/kpi/adoption.csv}. */
    public String historyPath() {
        return "_data/kpi/" + id + ".csv";
    }
}
