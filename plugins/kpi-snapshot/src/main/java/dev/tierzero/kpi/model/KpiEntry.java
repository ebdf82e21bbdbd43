package dev.tierzero.kpi.model;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one entry of {@code kpis.yaml}. What its schema cannot say is checked here. */
final class KpiEntry {

    private final DataNode entry;
    private final List<Stage> stages;
    private final List<Diagnostic> findings;

    KpiEntry(DataNode entry, List<Stage> stages, List<Diagnostic> findings) {
        this.entry = entry;
        this.stages = stages;
        this.findings = findings;
    }

    /** The KPI; empty when it has no usable id or unit. */
    Optional<Kpi> kpi() {
        String id = text("id");
        Optional<Unit> unit = entry.text("unit").flatMap(Unit::of);
        if (unit.isEmpty()) {
            report(
                    "KP001",
                    "unit",
                    "\"" + text("unit") + "\" is no unit",
                    "write one of: count, %, s, min, h, days, score, a currency such as EUR, or tickets/week");
        }
        boolean named = id.matches("[a-z][a-z0-9-]{0,39}");
        return named ? unit.map(u -> kpi(id, u)) : Optional.empty();
    }

    private Kpi kpi(String id, Unit unit) {
        Cadence cadence = entry.text("cadence").flatMap(Cadence::ofWord).orElse(Cadence.WEEKLY);
        Range range = range(unit);
        Target target = new TargetEntry(entry, stages, findings).target();
        Optional<BigDecimal> baseline = entry.number("baseline");
        baseline.filter(b -> !range.holds(b)).ifPresent(b -> outside("baseline", "the baseline", b, range));
        target.bounds(stages).stream()
                .map(Target.Bound::value)
                .filter(b -> !range.holds(b))
                .findFirst()
                .ifPresent(b -> outside("target", "the target", b, range));
        return new Kpi(
                id,
                entry.text("title").orElse(id),
                text("definition"),
                text("formula"),
                text("owner"),
                text("audience"),
                unit,
                direction(),
                baseline,
                target,
                range,
                source(),
                cadence,
                maxAge(cadence),
                minimumGroup(),
                text("note"),
                entry.flag("demo").orElse(false),
                entry.position());
    }

    private Direction direction() {
        return entry.text("direction")
                .map(word -> switch (word) {
                    case "up" -> Direction.UP;
                    case "down" -> Direction.DOWN;
                    default -> Direction.NONE;
                })
                .orElse(Direction.NONE);
    }

    private Range range(Unit unit) {
        Range range = unit.range().with(entry.number("minimum"), entry.number("maximum"));
        if (range.isEmpty()) {
            report("KP005", "minimum", "no value lies between minimum and maximum", "exchange the two");
            return unit.range();
        }
        return range;
    }

    private void outside(String key, String what, BigDecimal value, Range range) {
        report(
                "KP005",
                key,
                what + " " + value.toPlainString() + " is outside " + range,
                "correct it, or declare minimum or maximum");
    }

    private Source source() {
        DataNode data = entry.get("source").orElse(DataNode.ofNothing(entry.position()));
        String word = data.text("type").orElse("file");
        Source.Type type = Stream.of(Source.Type.values())
                .filter(t -> t.word().equals(word))
                .findFirst()
                .orElse(Source.Type.FILE);
        Source source = new Source(type, data.text("about").orElse(""), data);
        new SourceEntry(source, findings).check();
        return source;
    }

    private Duration maxAge(Cadence cadence) {
        Optional<Duration> age = entry.text("max-age").flatMap(Ages::of);
        if (entry.text("max-age").isPresent() && age.isEmpty()) {
            report(
                    "KP004",
                    "max-age",
                    "\"" + text("max-age") + "\" is no length of time",
                    "write for example: 14 days");
        }
        // A weekly figure of last week is seven days old the moment before its successor arrives.
        return age.orElse(cadence.period().multipliedBy(2));
    }

    private int minimumGroup() {
        return entry.number("minimum-group")
                .map(BigDecimal::intValue)
                .filter(n -> n >= Kpi.MINIMUM_GROUP)
                .orElse(Kpi.MINIMUM_GROUP);
    }

    private String text(String key) {
        return entry.text(key).map(String::strip).orElse("");
    }

    private void report(String code, String key, String message, String hint) {
        findings.add(Diagnostic.error(code, entry.position(key), message, hint));
    }
}
