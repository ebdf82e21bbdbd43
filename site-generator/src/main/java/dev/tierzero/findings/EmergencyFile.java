package dev.tierzero.findings;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.Emergency;
import dev.tierzero.model.JsonText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The text of the record of emergencies, {@code _data/emergencies.yaml}: what an entry may hold, and how one is written. */
public final class EmergencyFile {

    /** Path below the content folder. */
    public static final String PATH = "_data/emergencies.yaml";

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

    private static final int LISTED = 1000;
    private static final int LONGEST_MESSAGE = 300;

    private EmergencyFile() {}

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
