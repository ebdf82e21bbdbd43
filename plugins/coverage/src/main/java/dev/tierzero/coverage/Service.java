package dev.tierzero.coverage;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.SourcePosition;
import java.util.Optional;

/** A service that can fail: an entry of the register {@code services}. */
record Service(DataNode entry) {

    String id() {
        return entry.text("id").orElse("");
    }

    String title() {
        return entry.text("title").orElse(id());
    }

    Optional<String> playbook() {
        return entry.text("playbook");
    }

    Optional<String> runbook() {
        return entry.text("runbook");
    }

    /** How long it may take until the service works again; empty: not decided. */
    Optional<String> rto() {
        return entry.text("rto");
    }

    Optional<String> rpo() {
        return entry.text("rpo");
    }

    /** The page that says why there is no playbook. */
    Optional<String> exception() {
        return entry.text("exception");
    }

    /** Where a key's value is written. */
    SourcePosition at(String key) {
        return entry.position(key);
    }
}
