package dev.tierzero.kpi.model;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the target of a KPI. A target that cannot be read is a finding, and none. */
final class TargetEntry {

    private static final Set<String> FORMS = Set.of("value", "by-stage", "by-date", "declining");
    private static final String HINT =
            "write { operator: \"<\", value: 90 }; or by-stage, by-date, declining, or value with tolerance";

    private final DataNode entry;
    private final DataNode node;
    private final List<Stage> stages;
    private final List<Diagnostic> findings;

    TargetEntry(DataNode entry, List<Stage> stages, List<Diagnostic> findings) {
        this.entry = entry;
        this.node = entry.get("target").orElse(DataNode.ofNothing(entry.position()));
        this.stages = stages;
        this.findings = findings;
    }

    Target target() {
        if (node.kind() == DataNode.Kind.NOTHING) {
            return new Target.None();
        }
        List<String> forms =
                node.entries().keySet().stream().filter(FORMS::contains).toList();
        if (forms.size() != 1) {
            return refused(
                    forms.isEmpty()
                            ? "the target says nothing"
                            : "the target has several forms: " + String.join(", ", forms));
        }
        return switch (forms.get(0)) {
            case "value" -> single();
            case "by-stage" -> byStage();
            case "by-date" -> byDate();
            default -> declining();
        };
    }

    private Target single() {
        Optional<BigDecimal> value = node.number("value");
        Optional<BigDecimal> tolerance = node.number("tolerance");
        if (value.isEmpty()) {
            return refused("the target's value is no number");
        }
        if (tolerance.isPresent()) {
            return tolerance.get().signum() < 0
                    ? refused("the target's tolerance is negative")
                    : new Target.Within(value.get(), tolerance.get());
        }
        return operator()
                .<Target>map(o -> new Target.Fixed(o, value.get()))
                .orElseGet(() -> refused("the target has no operator"));
    }

    private Target byStage() {
        List<Target.ByStage.InStage> steps = new ArrayList<>();
        for (DataNode step : items("by-stage")) {
            String stage = step.text("stage").orElse("");
            Optional<BigDecimal> value = step.number("value");
            if (value.isEmpty()) {
                return refused(step.position(), "a step of the target has no value");
            }
            if (stages.stream().noneMatch(s -> s.id().equals(stage))) {
                findings.add(Diagnostic.error(
                        "KP003",
                        step.position("stage"),
                        "the target names the stage \"" + stage + "\", which is not declared",
                        "declare it in stages.yaml" + known()));
            }
            steps.add(new Target.ByStage.InStage(stage, value.get()));
        }
        return operator()
                .<Target>map(o -> new Target.ByStage(o, steps))
                .orElseGet(() -> refused("the target has no operator"));
    }

    private Target byDate() {
        List<Target.ByDate.From> steps = new ArrayList<>();
        for (DataNode step : items("by-date")) {
            Optional<LocalDate> from = step.text("from").flatMap(Timeline::date);
            Optional<BigDecimal> value = step.number("value");
            if (from.isEmpty() || value.isEmpty()) {
                return refused(step.position(), "a step of the target has no date or no value");
            }
            if (!steps.isEmpty() && !steps.get(steps.size() - 1).from().isBefore(from.get())) {
                return refused(step.position(), "the steps of the target are not in the order of time");
            }
            steps.add(new Target.ByDate.From(from.get(), value.get()));
        }
        return operator()
                .<Target>map(o -> new Target.ByDate(o, steps))
                .orElseGet(() -> refused("the target has no operator"));
    }

    private Target declining() {
        return node.number("declining")
                .filter(n -> n.signum() > 0
                        && n.compareTo(BigDecimal.valueOf(520)) <= 0
                        && n.stripTrailingZeros().scale() <= 0)
                .<Target>map(n -> new Target.Declining(n.intValue()))
                .orElseGet(() -> refused("declining takes the number of values before the last, 1 to 520"));
    }

    private String known() {
        String ids = String.join(", ", stages.stream().map(Stage::id).toList());
        return ids.isEmpty() ? "" : ", or write one of: " + ids;
    }

    private Optional<Operator> operator() {
        return node.text("operator").flatMap(Operator::ofSymbol);
    }

    private List<DataNode> items(String key) {
        return node.get(key).map(DataNode::items).orElse(List.of());
    }

    private Target refused(String message) {
        return refused(entry.position("target"), message);
    }

    private Target refused(SourcePosition position, String message) {
        findings.add(Diagnostic.error("KP002", position, message, HINT));
        return new Target.None();
    }
}
