package dev.tierzero.coverage;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.SourcePosition;
import java.util.Optional;

/** An alert of the monitoring: an entry of the register {@code alerts}. */
record Alert(DataNode entry) {

    String id() {
        return entry.text("id").orElse("");
    }

    String severity() {
        return entry.text("severity").orElse("");
    }

    String service() {
        return entry.text("service").orElse("");
    }

    Optional<String> runbook() {
        return entry.text("runbook");
    }

    /** Where a key's value is written. */
    SourcePosition at(String key) {
        return entry.position(key);
    }
}
