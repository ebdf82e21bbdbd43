package dev.tierzero.api.run;

import dev.tierzero.api.DataNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a record has several of: steps, lessons, parameters. */
final class PartsReading {

    private static final List<String> STEP =
            List.of("id", "digest", "title", "role", "kind", "state", "at", "elapsed", "note", "reason");
    private static final List<String> LESSON = List.of("text", "page", "state");
    private static final int MOST_STEPS = 2000;

    private final Fields fields;

    PartsReading(Fields fields) {
        this.fields = fields;
    }

    List<RunStep> steps(boolean needed) {
        List<RunStep> steps = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<DataNode> items = fields.items("steps");
        if (needed && items.isEmpty()) {
            fields.fault("steps", "the record of run mode has no steps", "export it again: run mode writes them");
        }
        if (items.size() > MOST_STEPS) {
            fields.fault(
                    "steps",
                    "the record has " + items.size() + " steps, and at most " + MOST_STEPS + " are read",
                    "divide the run");
        }
        for (DataNode item : items.stream().limit(MOST_STEPS).toList()) {
            if (item.kind() == DataNode.Kind.MAP) {
                RunStep step = step(fields.within("step", item));
                if (!ids.add(step.id())) {
                    fields.fault(
                            item.position("id"),
                            "step \"" + Fields.quoted(step.id()) + "\" stands in the record twice",
                            "keep the one that is true");
                }
                steps.add(step);
            } else {
                fields.fault(item.position(), "a step is a map of fields", "fields: " + String.join(", ", STEP));
            }
        }
        return steps;
    }

    private static RunStep step(Fields step) {
        step.onlyThese(STEP);
        RunStep.State state = RunStep.State.valueOf(
                step.oneOf("state", List.of("done", "skipped", "open"), "open").toUpperCase(Locale.ROOT));
        Optional<String> reason = step.text("reason");
        if (state == RunStep.State.SKIPPED && reason.isEmpty()) {
            step.fault(
                    "state",
                    "the step was skipped, and no reason is given",
                    "add \"reason\": what made the step needless or impossible");
        }
        return new RunStep(
                step.required("id", "for example \"id\": \"restore-the-snapshot.4\""),
                step.matching("digest", step.text("digest"), "[0-9a-f]{8,64}", "a digest", "digest: ab12cd34")
                        .orElse(""),
                step.text("title").orElse(""),
                step.oneOf("role", List.of("step", "verify", "task"), "step"),
                step.oneOf("kind", List.of("plain", "read-only", "danger", "irreversible"), "plain"),
                state,
                step.instant("at"),
                step.clock("elapsed", step.text("elapsed")),
                step.text("note").orElse(""),
                reason.orElse(""),
                step.data().position());
    }

    List<RunLesson> lessons() {
        List<RunLesson> lessons = new ArrayList<>();
        for (DataNode item : fields.items("lessons")) {
            if (item.kind() == DataNode.Kind.MAP) {
                Fields lesson = fields.within("lesson", item);
                lesson.onlyThese(LESSON);
                boolean done =
                        lesson.oneOf("state", List.of("open", "done"), "open").equals("done");
                lesson.text("text")
                        .ifPresent(
                                text -> lessons.add(new RunLesson(text, lesson.text("page"), done, item.position())));
            } else {
                item.text()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .ifPresent(text -> lessons.add(new RunLesson(text, Optional.empty(), false, item.position())));
            }
        }
        if (lessons.isEmpty()) {
            fields.fault(
                    "lessons",
                    "the drill record has no lessons",
                    "write at least one, with the page that changes because of it");
        }
        return List.copyOf(lessons);
    }

    Map<String, String> parameters() {
        Map<String, String> values = new LinkedHashMap<>();
        Optional<DataNode> map = fields.data().get("parameters");
        if (map.filter(node -> node.kind() != DataNode.Kind.MAP).isPresent()) {
            fields.fault("parameters", "parameters is no map", "write a name and a value for each: node: vault-1");
        }
        map.ifPresent(node -> {
            Fields within = fields.within("parameter", node);
            node.entries().keySet().forEach(key -> within.text(key).ifPresent(value -> values.put(key, value)));
        });
        return values;
    }
}
