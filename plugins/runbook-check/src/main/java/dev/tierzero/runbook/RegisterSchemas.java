package dev.tierzero.runbook;

import java.util.Map;

/**
 * The schemas of the registers that are read here. They say what is needed, and leave room for keys of others. Keys that may be null, such as
 * {@code rto}, have no type here.
 */
final class RegisterSchemas {

    private static final String TEXTS = "{\"type\": [\"array\", \"string\"], \"items\": {\"type\": \"string\"}}";

    private static final String SERVICES = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "service",
              "type": "object",
              "required": ["id"],
              "properties": {
                "id": {"type": "string", "pattern": "^[a-z][a-z0-9-]{0,59}$"},
                "title": {"type": "string"},
                "hosts": TEXTS,
                "images": TEXTS,
                "urls": TEXTS,
                "commands": TEXTS,
                "needs": TEXTS,
                "provides-login": {"type": "boolean"},
                "owner": {"type": "string"}
              }
            }
            """.replace("TEXTS", TEXTS);

    private static final String OWNERS = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "role",
              "type": "object",
              "required": ["id"],
              "properties": {
                "id": {"type": "string", "pattern": "^[a-z][a-z0-9-]{0,59}$"},
                "title": {"type": "string"},
                "active": {"type": "boolean"},
                "channel": {"type": "string"}
              }
            }
            """;

    private static final String ALERTS = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "alert",
              "type": "object",
              "required": ["id"],
              "properties": {"id": {"type": "string"}}
            }
            """;

    /** By the register's name. */
    static final Map<String, String> ALL = Map.of("services", SERVICES, "owners", OWNERS, "alerts", ALERTS);

    private RegisterSchemas() {}
}
