package dev.tierzero.coverage;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.SourcePosition;
import java.time.LocalDate;
import java.util.Optional;

/** A team of the rollout: an entry of the register {@code teams}. Champions are counted, never named. */
record Team(DataNode entry) {

    String id() {
        return entry.text("id").orElse("");
    }

    String title() {
        return entry.text("title").orElse(id());
    }

    String stage() {
        return entry.text("stage").orElse("");
    }

    String migration() {
        return entry.text("migration").orElse("not-planned");
    }

    boolean sample() {
        return entry.flag("sample").orElse(false);
    }

    int champions() {
        return entry.number("champions").map(Number::intValue).orElse(0);
    }

    Optional<LocalDate> termEnds() {
        return entry.text("champion-term-ends").map(LocalDate::parse);
    }

    /** The page that says why the team has no champion. */
    Optional<String> exception() {
        return entry.text("exception");
    }

    /** Where a key's value is written. */
    SourcePosition at(String key) {
        return entry.position(key);
    }
}
