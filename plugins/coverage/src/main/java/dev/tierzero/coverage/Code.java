package dev.tierzero.coverage;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.SourcePosition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A code that a command-line tool prints: an entry of the register {@code codes}. */
record Code(DataNode entry) {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*}");

    String id() {
        return entry.text("code").orElse("");
    }

    String title() {
        return entry.text("title").orElse("");
    }

    String category() {
        return entry.text("category").orElse("");
    }

    /** The line that the tool prints; {@code {host}} stands for what differs from case to case. */
    String message() {
        return entry.text("message").orElse("");
    }

    /** The parts of the message that never differ. */
    List<String> constantParts() {
        return VARIABLE.splitAsStream(message())
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    Optional<String> page() {
        return entry.text("page");
    }

    String since() {
        return entry.text("since").orElse("");
    }

    boolean retired() {
        return entry.text("status").filter("retired"::equals).isPresent();
    }

    Optional<String> replacedBy() {
        return entry.text("replaced-by");
    }

    /** The address that never changes: what a released tool prints leads there for ever. */
    String address() {
        return address(id());
    }

    static String address(String code) {
        return "/e/" + code + "/";
    }

    /** Where a key's value is written. */
    SourcePosition at(String key) {
        return entry.position(key);
    }
}
