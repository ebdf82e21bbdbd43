package dev.tierzero.coverage;

import dev.tierzero.api.DataNode;
import java.util.Optional;

/** A role that owns things: an entry of the register {@code owners}. */
record Role(DataNode entry) {

    String id() {
        return entry.text("id").orElse("");
    }

    String title() {
        return entry.text("title").orElse(id());
    }

    boolean active() {
        return entry.flag("active").orElse(true);
    }

    Optional<String> deputy() {
        return entry.text("deputy");
    }
}
