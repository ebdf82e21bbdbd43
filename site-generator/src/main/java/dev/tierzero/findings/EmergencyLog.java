package dev.tierzero.findings;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.Emergency;
import dev.tierzero.model.JsonText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The record of emergencies: {@code _data/emergencies.yaml}. What it says counts by the time of the version that holds it, so that
 * every build of one commit does the same; only an audit looks at the day.
 *
 * @param entries in the order written, those that mean something
 * @param diagnostics about the others
 */
public record EmergencyLog(List<Emergency> entries, List<Diagnostic> diagnostics) {

    /** Path below the content folder. */
    public static final String PATH = "_data/emergencies.yaml";

    /** Without an entry. */
    public static final EmergencyLog NONE = new EmergencyLog(List.of(), List.of());

    /** JSON Schema of an entry. */
    public static final String SCHEMA = """
            {
              "title": "the emergency",
              "type": "object",
              "properties": {
                "at": { "type": "string", "maxLength": 40, "examples": ["2026-11-20T03:10:00Z"] },
                "until": { "type": "string", "maxLength": 40, "examples": ["2026-11-21T03:10:00Z"] },
                "by": { "title": "id of a role", "type": "string", "pattern": "^[a-z][a-z0-9-]{0,59}$", "examples": ["platform-team"] },
                "reason": { "type": "string", "minLength": 10, "maxLength": 300 },
                "findings": {
                  "type": "array",
                  "maxItems": 1000,
                  "items": {
                    "type": "object",
                    "properties": {
                      "code": { "type": "string", "maxLength": 8 },
                      "file": { "type": "string", "maxLength": 1000 },
                      "line": { "type": "integer", "minimum": 1, "maximum": 100000000 },
                      "message": { "type": "string", "maxLength": 2000 }
                    },
                    "required": ["code", "file", "message"],
                    "additionalProperties": false
                  }
                },
                "more": { "type": "integer", "minimum": 0, "maximum": 100000000 },
                "resolved": { "type": "string", "format": "date", "examples": ["2026-11-21"] },
                "done": { "type": "string", "minLength": 3, "maxLength": 1000 }
              },
              "required": ["at", "until", "reason"],
              "additionalProperties": false
            }
            """;

    private static final String HEAD = """
            # Sites that were published although checks failed: ./tier0 build --emergency "reason". Commit this file: for 24 hours
            # builds of that commit let through what its entry lists, by code and file, and nothing else. When that is mended, add:
            #   resolved: 2026-11-21
            #   done: "what was done"
            """;

    /** A clock may be so much ahead of the one that made the commit. */
    private static final Duration SKEW = Duration.ofHours(1);

    private static final int LISTED = 1000;
    private static final int LONGEST_MESSAGE = 300;

    /** Copies. */
    public EmergencyLog {
        entries = List.copyOf(entries);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Takes the entries of the file, which fit the schema.
     *
     * @param roles ids of all roles; empty when the site has no register of them
     */
    public static EmergencyLog of(List<DataNode> register, Set<String> roles) {
        List<Emergency> entries = new ArrayList<>();
        List<Diagnostic> found = new ArrayList<>();
        for (DataNode node : register) {
            EmergencyEntry entry = new EmergencyEntry(node, roles);
            entry.emergency().ifPresent(entries::add);
            found.addAll(entry.diagnostics());
        }
        return new EmergencyLog(entries, found);
    }

    /** Entries that nobody has dealt with. One that was declared anew, for the same reason, is dealt with where it was declared last. */
    private List<Emergency> open() {
        List<Emergency> open = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Emergency entry = entries.get(i);
            boolean anew = entries.subList(i + 1, entries.size()).stream()
                    .anyMatch(later -> later.reason().equals(entry.reason()));
            if (entry.resolved().isEmpty() && !anew) {
                open.add(entry);
            }
        }
        return open;
    }

    /** The emergency that a version was published in, the latest of several. */
    public Optional<Emergency> standing(Optional<Instant> version) {
        return open().stream()
                .filter(entry -> version.isPresent() && counts(entry, version.get()))
                .reduce((earlier, later) -> later.at().isBefore(earlier.at()) ? earlier : later);
    }

    private static boolean counts(Emergency entry, Instant version) {
        return !version.isAfter(entry.until()) && !version.isBefore(entry.at().minus(SKEW));
    }

    /** What a build says about entries that do not count for its version. */
    public List<Diagnostic> findings(Optional<Instant> version) {
        List<Diagnostic> found = new ArrayList<>(diagnostics);
        for (Emergency entry : open()) {
            if (version.isEmpty() || version.get().isBefore(entry.at().minus(SKEW))) {
                found.add(Diagnostic.warning(
                        "EM004",
                        entry.position(),
                        "this emergency does not count here: "
                                + (version.isEmpty()
                                        ? "the site has no version whose time would tell"
                                        : "it began after this version was committed"),
                        "commit the record; until then only ./tier0 build --emergency lets findings through"));
            } else if (!counts(entry, version.get())) {
                found.add(over(entry));
            }
        }
        return found;
    }

    /** What an audit says about them on a day. */
    public List<Diagnostic> findings(LocalDate day) {
        List<Diagnostic> found = new ArrayList<>(diagnostics);
        for (Emergency entry : open()) {
            boolean stands = !day.isAfter(LocalDate.ofInstant(entry.until(), ZoneOffset.UTC));
            found.add(stands ? standing(entry) : over(entry));
        }
        return found;
    }

    private static Diagnostic standing(Emergency entry) {
        return Diagnostic.error(
                "EM001",
                entry.position(),
                "an emergency is not resolved: " + entry.reason() + " (" + findings(entry.count())
                        + " let through, until " + entry.until() + ")",
                RESOLVE);
    }

    private static Diagnostic over(Emergency entry) {
        return Diagnostic.warning(
                "EM002",
                entry.position(),
                "the emergency of " + entry.at() + " is over and not resolved: it lets nothing through any more",
                RESOLVE);
    }

    private static final String RESOLVE =
            "mend what it let through, then add resolved: with the day and done: with what was done";

    /** The remark that goes with every site that was published in an emergency. */
    public static Diagnostic letThrough(Emergency emergency) {
        return Diagnostic.warning(
                "EM003",
                emergency.position(),
                "published in an emergency: " + findings(emergency.count()) + " that would stop this build "
                        + (emergency.count() == 1 ? "counts as a warning" : "count as warnings") + " until "
                        + emergency.until()
                        + " (" + emergency.reason() + ")",
                RESOLVE);
    }

    private static String findings(int count) {
        return (count == 0 ? "no" : String.valueOf(count)) + (count == 1 ? " finding" : " findings");
    }

    /** What was let through, as the record holds it. Of very many, first one of each code in each file: a record counts by these. */
    public static Emergency recorded(Emergency emergency, List<Diagnostic> failing) {
        Set<String> seen = new HashSet<>();
        List<Diagnostic> chosen = new ArrayList<>();
        List<Diagnostic> others = new ArrayList<>();
        for (Diagnostic finding : failing) {
            boolean first = seen.add(finding.code() + " " + finding.position().file());
            (first ? chosen : others).add(finding);
        }
        chosen.addAll(others);
        List<Emergency.Failed> listed = chosen.stream()
                .limit(LISTED)
                .sorted()
                .map(d -> new Emergency.Failed(
                        d.code(), d.position().file(), d.position().line(), shortened(d.message())))
                .toList();
        return emergency.with(listed, failing.size() - listed.size());
    }

    private static String shortened(String message) {
        String line = message.replaceAll("\\s+", " ").strip();
        if (line.length() <= LONGEST_MESSAGE) {
            return line;
        }
        int end = LONGEST_MESSAGE - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /**
     * The file with one more entry.
     *
     * @param before its text; blank when there is none
     * @param open whether an entry can be added to that text; what is not is kept as comment lines
     */
    public static String with(String before, boolean open, Emergency emergency) {
        StringBuilder text = new StringBuilder();
        if (before.isBlank() || !open) {
            text.append(HEAD);
        }
        if (open) {
            text.append(before).append(before.isEmpty() || before.endsWith("\n") ? "" : "\n");
        } else {
            text.append("# No entry could be added to what stood here:\n");
            before.lines().forEach(line -> text.append("# ").append(line).append('\n'));
        }
        return text.append(entry(emergency)).toString();
    }

    /** One entry. */
    public static String entry(Emergency emergency) {
        StringBuilder text = new StringBuilder();
        text.append("- at: ").append(emergency.at());
        text.append("\n  until: ").append(emergency.until());
        if (!emergency.by().isEmpty()) {
            text.append("\n  by: ").append(emergency.by());
        }
        text.append("\n  reason: ").append(JsonText.quoted(emergency.reason()));
        text.append(emergency.findings().isEmpty() ? "\n  findings: []" : "\n  findings:");
        for (Emergency.Failed failed : emergency.findings()) {
            text.append("\n    - {code: ").append(failed.code());
            text.append(", file: ").append(JsonText.quoted(failed.file()));
            text.append(failed.line() > 0 ? ", line: " + failed.line() : "");
            text.append(", message: ").append(JsonText.quoted(failed.message())).append('}');
        }
        if (emergency.more() > 0) {
            text.append("\n  more: ").append(emergency.more());
        }
        return text.append('\n').toString();
    }
}
