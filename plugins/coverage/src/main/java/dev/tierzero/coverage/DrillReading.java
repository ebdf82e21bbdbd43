package dev.tierzero.coverage;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the record of a drill and says what it lacks. A record with a fault is none: it counts for nothing. */
final class DrillReading {

    private static final List<String> KEYS = List.of(
            "kind",
            "demo",
            "scenario",
            "service",
            "date",
            "start",
            "actions",
            "response",
            "time-to-recovery",
            "lessons",
            "outside-participant",
            "page",
            "digest");

    private final String path;
    private final DataNode entry;
    private final List<Diagnostic> found = new ArrayList<>();

    private DrillReading(String path, DataNode entry) {
        this.path = path;
        this.entry = entry;
    }

    /**
     * A record, or what is wrong with it.
     *
     * @param drill empty when there is any finding
     */
    record Result(Optional<Drill> drill, List<Diagnostic> findings) {}

    static Result read(String path, DataNode entry) {
        DrillReading reading = new DrillReading(path, entry);
        if (entry.kind() != DataNode.Kind.MAP) {
            reading.fault(
                    "", "a drill record is a map of fields", "begin with a line \"scenario: \" and one for each field");
            return new Result(Optional.empty(), reading.found);
        }
        Drill drill = reading.drill();
        return new Result(reading.found.isEmpty() ? Optional.of(drill) : Optional.empty(), reading.found);
    }

    private Drill drill() {
        entry.entries().keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> fault(
                        key,
                        "unknown field \"" + key + "\" in a drill record",
                        Hint.near(key, KEYS, "fields: " + String.join(", ", KEYS))));
        boolean incident =
                oneOf("kind", List.of("exercise", "incident"), "exercise").equals("incident");
        return new Drill(
                path,
                entry,
                incident,
                oneOf("demo", List.of("true", "false"), "false").equals("true"),
                required("scenario", "name the playbook: \"scenario: vault-failure\""),
                date(),
                matching("start", "([01]\\d|2[0-3]):[0-5]\\d", "a time of day", "start: \"09:30\""),
                actions(),
                required("response", "say who led, who was missing and where it stalled"),
                timeToRecovery(),
                lessons(),
                incident
                        ? entry.text("outside-participant").orElse("")
                        : required("outside-participant", "write the role of somebody from outside the owning team"));
    }

    private String required(String key, String hint) {
        Optional<String> text = entry.text(key);
        if (text.isEmpty()) {
            fault(key, "the drill record has no " + key, hint);
        }
        return text.orElse("");
    }

    private String oneOf(String key, List<String> words, String otherwise) {
        String word = entry.text(key).orElse(otherwise);
        if (!words.contains(word)) {
            fault(
                    key,
                    key + " is \"" + word + "\"; one of " + String.join(", ", words),
                    Hint.near(word, words, "write \"" + key + ": " + otherwise + "\""));
        }
        return word;
    }

    private String matching(String key, String pattern, String noun, String example) {
        String text = required(key, "for example " + example);
        if (!text.isEmpty() && !text.matches(pattern)) {
            fault(key, "\"" + text + "\" is not " + noun, "for example " + example);
            return "";
        }
        return text;
    }

    private LocalDate date() {
        String text = matching("date", "\\d{4}-\\d{2}-\\d{2}", "a date", "date: 2027-01-20");
        try {
            return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
        } catch (DateTimeException e) {
            fault("date", "\"" + text + "\" is not a date", "for example date: 2027-01-20");
            return LocalDate.EPOCH;
        }
    }

    private Duration timeToRecovery() {
        String text =
                matching("time-to-recovery", "\\d{2,4}:[0-5]\\d", "a time in mm:ss", "time-to-recovery: \"38:12\"");
        if (text.isEmpty()) {
            return Duration.ZERO;
        }
        String[] parts = text.split(":", 2);
        Duration time = Duration.ofSeconds(Integer.parseInt(parts[0]) * 60L + Integer.parseInt(parts[1]));
        if (time.isZero()) {
            fault(
                    "time-to-recovery",
                    "the time to recovery is the template's 00:00",
                    "write the time from the start to a passed verification");
        }
        return time;
    }

    private List<String> actions() {
        List<String> actions = entry.texts("actions");
        if (actions.isEmpty()) {
            fault("actions", "the drill record has no actions", "list what was done: - \"6: key holders called\"");
        }
        actions.stream()
                .filter(action -> !action.matches("(?s)\\d{1,4}: \\S.*"))
                .forEach(action -> fault(
                        "actions",
                        "action \"" + action + "\" does not begin with minutes since the start",
                        "for example \"6: key holders called\""));
        return actions;
    }

    private List<Drill.Lesson> lessons() {
        List<Drill.Lesson> lessons = new ArrayList<>();
        for (DataNode item : entry.get("lessons").map(DataNode::items).orElse(List.of())) {
            String text = item.text().or(() -> item.text("text")).orElse("").strip();
            if (!text.isEmpty()) {
                boolean done = item.text("state").filter("done"::equals).isPresent();
                lessons.add(new Drill.Lesson(text, item.text("page"), done, item.position()));
            }
        }
        if (lessons.isEmpty()) {
            fault(
                    "lessons",
                    "the drill record has no lessons",
                    "write at least one, with the page that changes because of it");
        }
        return List.copyOf(lessons);
    }

    private void fault(String key, String message, String hint) {
        found.add(Diagnostic.error("CV035", entry.position(key), message, hint));
    }
}
