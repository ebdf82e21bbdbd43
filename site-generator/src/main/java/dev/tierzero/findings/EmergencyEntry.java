package dev.tierzero.findings;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Emergency;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One entry of the record of emergencies, which fits the schema, as it was written. */
final class EmergencyEntry {

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final String TIMES = "write times as 2026-11-20T03:10:00Z";

    private final DataNode node;
    private final List<Diagnostic> found = new ArrayList<>();
    private final Optional<Emergency> emergency;

    /** @param roles ids of all roles; empty when the site has no register of them */
    EmergencyEntry(DataNode node, Set<String> roles) {
        this.node = node;
        Optional<Instant> at = time("at");
        Optional<Instant> until = time("until");
        this.emergency = at.isPresent() && until.isPresent() ? lasting(at.get(), until.get(), roles) : Optional.empty();
    }

    /** What it means; empty when that is nothing. */
    Optional<Emergency> emergency() {
        return emergency;
    }

    /** What is wrong with it. */
    List<Diagnostic> diagnostics() {
        return List.copyOf(found);
    }

    private Optional<Instant> time(String key) {
        String text = node.text(key).orElse("");
        try {
            Instant time = Instant.parse(text);
            if (!time.isBefore(FIRST) && !time.isAfter(LAST)) {
                return Optional.of(time);
            }
            fault(node.position(key), "an emergency is in the years 1970 to 9999, and this is none: " + text, TIMES);
        } catch (DateTimeException e) {
            fault(node.position(key), "the emergency has a time that is none: " + text, TIMES);
        }
        return Optional.empty();
    }

    private Optional<Emergency> lasting(Instant at, Instant until, Set<String> roles) {
        if (until.isBefore(at)) {
            fault(
                    node.position("until"),
                    "the emergency ends before it begins, at " + at,
                    "write the time that is 24 hours after at:, or sooner");
            return Optional.empty();
        }
        Instant latest = at.plus(Emergency.LENGTH);
        if (until.isAfter(latest)) {
            fault(
                    node.position("until"),
                    "an emergency lasts 24 hours at most, so this one ends at " + latest,
                    "write until: " + latest + "; for more time run ./tier0 build --emergency again");
        }
        String by = node.text("by").orElse("");
        if (!by.isEmpty() && !roles.isEmpty() && !roles.contains(by)) {
            fault(
                    node.position("by"),
                    "there is no role " + by + " in content/_data/owners.yaml",
                    "name a role of that register, never a person");
        }
        return Optional.of(new Emergency(
                at,
                until.isAfter(latest) ? latest : until,
                by,
                node.text("reason").orElse(""),
                failed(),
                node.number("more").map(BigDecimal::intValue).orElse(0),
                resolved(),
                node.text("done").orElse(""),
                node.position()));
    }

    private Optional<LocalDate> resolved() {
        Optional<String> day = node.text("resolved");
        if (day.isEmpty()) {
            return Optional.empty();
        }
        if (node.text("done").orElse("").isEmpty()) {
            fault(
                    node.position("resolved"),
                    "the emergency is resolved, and nothing says what was done",
                    "add done: \"…\", one sentence");
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(day.get()));
        } catch (DateTimeException e) {
            fault(
                    node.position("resolved"),
                    "the emergency has a day that is none: " + day.get(),
                    "write days as 2026-11-21");
            return Optional.empty();
        }
    }

    private List<Emergency.Failed> failed() {
        return node.get("findings").map(DataNode::items).orElse(List.of()).stream()
                .map(item -> new Emergency.Failed(
                        item.text("code").orElse(""),
                        item.text("file").orElse(""),
                        item.number("line").map(BigDecimal::intValue).orElse(0),
                        item.text("message").orElse("")))
                .toList();
    }

    private void fault(SourcePosition at, String message, String hint) {
        found.add(Diagnostic.error("EM005", at, message, hint));
    }
}
