package dev.tierzero.coverage;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.SourcePosition;
import java.util.Optional;

/** Something that the programme has to deliver: an entry of the register {@code deliverables}. */
record Deliverable(DataNode entry) {

    String id() {
        return entry.text("id").orElse("");
    }

    String title() {
        return entry.text("title").orElse(id());
    }

    String stream() {
        return entry.text("stream").orElse("");
    }

    String provides() {
        return entry.text("provides").orElse("");
    }

    String status() {
        return entry.text("status").orElse("open");
    }

    /** Path of its page, without the heading on it. */
    Optional<String> page() {
        return entry.text("page").map(page -> page.replaceFirst("#.*$", ""));
    }

    /** Id of the heading on the page; empty: the page as a whole. */
    Optional<String> anchor() {
        return entry.text("page").filter(page -> page.contains("#")).map(page -> page.replaceFirst("^.*#", ""));
    }

    /** Letters of the id: {@code D} of {@code D8}. */
    String series() {
        return id().replaceFirst("[0-9]+$", "");
    }

    /** Number of the id; 0 when it is out of all proportion. */
    int number() {
        String digits = id().replaceFirst("^[A-Z]+", "");
        return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
    }

    /** Where a key's value is written. */
    SourcePosition at(String key) {
        return entry.position(key);
    }
}
