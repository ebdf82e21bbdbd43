package dev.tierzero.api.run;

import dev.tierzero.api.DataNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads one record and says what it lacks. A record with a fault is none: it counts for nothing. */
final class RunReading {

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
            "title",
            "digest",
            "version",
            "format",
            "time-zone",
            "outage-start",
            "began",
            "ended",
            "rto-seconds",
            "steps",
            "parameters",
            "changed",
            "clock",
            "log");

    /** Ids are names of files too, which an ending and a number are added to. */
    private static final int LONGEST_ID = 120;

    /** The list of a folder, and names that no file has on Windows. */
    private static final Pattern RESERVED = Pattern.compile("index|readme|con|prn|aux|nul|(com|lpt)[0-9]");

    /** What stands for a date that cannot be read, which is a fault of its own. */
    static final LocalDate NO_DATE = LocalDate.EPOCH;

    private static final String DATE = "date: 2027-01-20";

    private final String path;
    private final DataNode data;
    private final Function<RunRecord, String> pageWords;
    private final List<RunFault> faults = new ArrayList<>();
    private final Fields fields;

    /** @param pageWords what the page of a run itself says */
    RunReading(String path, DataNode data, Function<RunRecord, String> pageWords) {
        this.path = path;
        this.data = data;
        this.pageWords = pageWords;
        this.fields = new Fields("drill record", data, faults);
    }

    /** What is wrong with it. */
    List<RunFault> faults() {
        return List.copyOf(faults);
    }

    /** The record; empty when anything is wrong with it. */
    Optional<RunRecord> read() {
        if (data.kind() != DataNode.Kind.MAP) {
            fields.fault(
                    data.position(),
                    "a drill record is a map of fields",
                    "begin with a line \"scenario: \" and one for each field");
            return Optional.empty();
        }
        if (isOfAnotherFormat()) {
            return Optional.empty();
        }
        fields.onlyThese(KEYS);
        RunRecord read = record();
        new TimesCheck(fields, read).check();
        new Confidential(() -> pageWords.apply(read), faults).check(data, read);
        return faults.isEmpty() ? Optional.of(read) : Optional.empty();
    }

    private boolean isOfAnotherFormat() {
        Optional<String> format = fields.text("format").filter(word -> !word.equals(RunRecord.FORMAT));
        format.ifPresent(word -> fields.fault(
                "format",
                "the format \"" + Fields.quoted(word) + "\" is none that can be read here",
                word.matches("tier0-run/\\d+")
                        ? "the record is of another version of the portal: renew the portal, or write the eight fields by hand"
                        : "write \"format: " + RunRecord.FORMAT
                                + "\", or leave the field out of a record written by hand"));
        return format.isPresent() || !faults.isEmpty();
    }

    private RunRecord record() {
        RunRecord.Kind kind = RunRecord.Kind.valueOf(fields.oneOf("kind", List.of("exercise", "incident"), "exercise")
                .toUpperCase(Locale.ROOT));
        boolean demo = fields.flag("demo");
        String scenario = fields.required("scenario", "name the playbook: \"scenario: vault-failure\"");
        LocalDate date = date();
        String start = fields.matching(
                        "start",
                        some(fields.required("start", "for example start: \"09:30\"")),
                        "([01]\\d|2[0-3]):[0-5]\\d",
                        "a time of day",
                        "start: \"09:30\"")
                .orElse("");
        List<String> actions = actions();
        String response = fields.required("response", "say who led, who was missing and where it stalled");
        Duration took = timeToRecovery();
        PartsReading parts = new PartsReading(fields);
        List<RunLesson> lessons = parts.lessons();
        if (isFromRunMode()) {
            List.of("page", "time-zone", "outage-start", "began", "ended")
                    .forEach(key -> fields.required(key, "export the record again: run mode writes it"));
        }
        List.of("service", "title", "version").forEach(fields::text);
        fields.matching("digest", fields.text("digest"), "[0-9a-f]{8,64}", "a digest", "digest: 1da7f221cfe2");
        fields.matching(
                "rto-seconds", fields.text("rto-seconds"), "[1-9]\\d{0,8}", "a number of seconds", "rto-seconds: 7200");
        return new RunRecord(
                id(),
                path,
                data,
                kind,
                demo,
                scenario,
                fields.text("page").orElse(""),
                date,
                start,
                zone(),
                took,
                actions,
                response,
                outsider(kind),
                parts.steps(isFromRunMode()),
                lessons,
                parts.parameters(),
                fields.flag("changed"),
                fields.text("clock").orElse(""));
    }

    private boolean isFromRunMode() {
        return data.get("format").isPresent();
    }

    private static Optional<String> some(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private String id() {
        String name = RunRecord.scenario(path).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String id = name.substring(0, Math.min(name.length(), LONGEST_ID)).replaceAll("^-|-$", "");
        return id.isEmpty() ? "run" : RESERVED.matcher(id).matches() ? "run-" + id : id;
    }

    private String outsider(RunRecord.Kind kind) {
        return kind == RunRecord.Kind.INCIDENT
                ? fields.text("outside-participant").orElse("")
                : fields.required("outside-participant", "write the role of somebody from outside the owning team");
    }

    private LocalDate date() {
        Optional<String> text = fields.matching(
                "date", some(fields.required("date", "for example " + DATE)), "\\d{4}-\\d{2}-\\d{2}", "a date", DATE);
        try {
            LocalDate date = text.map(LocalDate::parse).orElse(NO_DATE);
            if (!date.isBefore(LocalDate.EPOCH)) {
                return date;
            }
        } catch (DateTimeException e) {
            // Said below: a day of the month that is none.
        }
        fields.fault("date", "\"" + text.orElse("") + "\" is not a date", "for example " + DATE);
        return NO_DATE;
    }

    private Optional<ZoneId> zone() {
        return fields.text("time-zone").flatMap(name -> {
            try {
                return Optional.of(ZoneId.of(name));
            } catch (DateTimeException e) {
                fields.fault(
                        "time-zone",
                        "\"" + Fields.quoted(name) + "\" is no time zone",
                        Fields.near(
                                name,
                                new TreeSet<>(ZoneId.getAvailableZoneIds()),
                                "for example time-zone: Europe/Berlin"));
                return Optional.empty();
            }
        });
    }

    private Duration timeToRecovery() {
        String key = "time-to-recovery";
        Optional<String> text = some(fields.required(key, "for example " + key + ": \"38:12\""));
        Optional<Duration> took = fields.clock(key, text);
        if (took.filter(Duration::isZero).isPresent()) {
            fields.fault(
                    key,
                    "the time to recovery is the template's 00:00",
                    "write the time from the start to a passed verification");
        }
        return took.orElse(Duration.ZERO);
    }

    private List<String> actions() {
        List<String> actions = new ArrayList<>();
        for (DataNode item : fields.items("actions")) {
            String action = item.text().orElse("");
            if (action.matches("(?s)\\d{1,5}: \\S.*")) {
                actions.add(action.strip());
            } else {
                fields.fault(
                        item.position(),
                        "action \"" + Fields.quoted(action) + "\" does not begin with minutes since the start",
                        "for example \"6: key holders called\"");
            }
        }
        if (data.get("actions")
                .filter(node ->
                        node.kind() == DataNode.Kind.LIST && !node.items().isEmpty())
                .isEmpty()) {
            fields.fault(
                    "actions", "the drill record has no actions", "list what was done: - \"6: key holders called\"");
        }
        return actions;
    }
}
