package dev.tierzero.coverage;

import java.util.Map;

/** What an entry of each register looks like: JSON Schema 2020-12. The portal's page on registers explains every field. */
final class RegisterSchemas {

    /** The codes that a command-line tool prints. */
    static final String CODES = """
            {
              "title": "code",
              "type": "object",
              "required": ["code", "title", "category", "message", "since"],
              "additionalProperties": false,
              "properties": {
                "code": {"type": "string", "title": "code", "pattern": "^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$", "maxLength": 40, "examples": ["AIBOX-E1001"]},
                "title": {"type": "string", "minLength": 3, "maxLength": 120},
                "category": {"type": "string", "pattern": "^[a-z][a-z0-9-]*$", "examples": ["network"]},
                "message": {"type": "string", "minLength": 3, "maxLength": 300},
                "summary": {"type": "string", "minLength": 10, "maxLength": 200},
                "fix": {"type": "string", "minLength": 10, "maxLength": 200},
                "page": {"type": "string", "title": "path of a page", "pattern": "\\\\.(md|adoc)$", "examples": ["help/e1001.md"]},
                "since": {"type": "string", "title": "version", "pattern": "^[0-9]+(\\\\.[0-9]+)*$", "examples": ["\\"1.4\\""]},
                "next-tier": {"type": "integer", "minimum": 0, "maximum": 3, "examples": ["1"]},
                "status": {"type": "string", "enum": ["active", "retired"]},
                "retired-in": {"type": "string", "title": "version", "pattern": "^[0-9]+(\\\\.[0-9]+)*$", "examples": ["\\"1.7\\""]},
                "replaced-by": {"type": "string", "maxLength": 40, "examples": ["AIBOX-E1002"]}
              }
            }
            """;

    /** The alerts of the monitoring. */
    static final String ALERTS = """
            {
              "title": "alert",
              "type": "object",
              "required": ["id", "severity", "service", "summary"],
              "additionalProperties": false,
              "properties": {
                "id": {"type": "string", "title": "name of an alert", "pattern": "^[A-Za-z][A-Za-z0-9_]*$", "examples": ["HarborDown"]},
                "severity": {"type": "string", "enum": ["sev1", "sev2", "sev3", "sev4"]},
                "service": {"type": "string", "examples": ["harbor"]},
                "summary": {"type": "string", "minLength": 3, "maxLength": 200},
                "runbook": {"type": "string", "title": "path of a page", "pattern": "\\\\.(md|adoc)$", "examples": ["operations/harbor-down.adoc"]},
                "expr": {"type": "string"},
                "for": {"type": "string", "title": "duration", "pattern": "^[0-9]+(ms|s|m|h|d)$", "examples": ["5m"]}
              }
            }
            """;

    /** The teams of the rollout. */
    static final String TEAMS = """
            {
              "title": "team",
              "type": "object",
              "required": ["id", "title", "stage", "champions"],
              "additionalProperties": false,
              "properties": {
                "id": {"type": "string", "title": "id", "pattern": "^[a-z][a-z0-9-]*$", "examples": ["payments"]},
                "title": {"type": "string", "minLength": 1, "maxLength": 80},
                "sample": {"type": "boolean"},
                "stage": {"type": "string", "enum": ["pilot", "early-adopters", "general", "mandatory"]},
                "champions": {"type": "integer", "minimum": 0, "maximum": 100, "examples": ["1"]},
                "champion-term-ends": {"type": "string", "format": "date", "examples": ["2027-06-30"]},
                "migration": {"type": "string", "enum": ["not-planned", "planned", "running", "done"]},
                "exception": {"type": "string", "title": "path of a page", "pattern": "\\\\.(md|adoc)$", "examples": ["rollout/exception-mobile.md"]}
              }
            }
            """;

    /** What the programme has to deliver. */
    static final String DELIVERABLES = """
            {
              "title": "deliverable",
              "type": "object",
              "required": ["id", "title", "stream", "status"],
              "additionalProperties": false,
              "properties": {
                "id": {"type": "string", "title": "id", "pattern": "^[A-Z]+[0-9]+$", "examples": ["D8"]},
                "title": {"type": "string", "minLength": 3, "maxLength": 120},
                "stream": {"type": "string", "minLength": 1, "maxLength": 60},
                "page": {"type": "string", "title": "path of a page", "pattern": "\\\\.(md|adoc)(#.+)?$", "examples": ["rollout/pilot.adoc#pain-points"]},
                "provides": {"type": "string", "maxLength": 160},
                "owner": {"type": "string", "examples": ["rollout-lead"]},
                "status": {"type": "string", "enum": ["published", "prepared", "open"]}
              }
            }
            """;

    private RegisterSchemas() {}

    /** The schemas by name of the register. */
    static Map<String, String> all() {
        return Map.of("codes", CODES, "alerts", ALERTS, "teams", TEAMS, "deliverables", DELIVERABLES);
    }
}
