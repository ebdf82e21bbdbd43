package dev.tierzero.source;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** Keeps characters that nobody sees out of metadata, which goes into headers, addresses and terminals. */
final class CleanText {

    private final String file;
    private final List<Diagnostic> findings;

    CleanText(String file, List<Diagnostic> findings) {
        this.file = file;
        this.findings = findings;
    }

    /** Whether a value's texts are free of control characters; of direction characters authors are only warned. */
    boolean isClean(String key, YamlNode node) {
        if (node instanceof YamlNode.Items items) {
            return items.nodes().stream().map(n -> isClean(key, n)).reduce(true, Boolean::logicalAnd);
        }
        if (node instanceof YamlNode.Entries map) {
            return map.entries().stream().map(e -> isClean(key, e.value())).reduce(true, Boolean::logicalAnd);
        }
        YamlNode.Text text = (YamlNode.Text) node;
        SourcePosition at = new SourcePosition(file, text.line(), text.column());
        Optional<String> control = first(text.value(), Invisible::isControl);
        control.ifPresent(found -> findings.add(
                Diagnostic.error("FM017", at, key + " holds the control character " + found, "delete it")));
        first(text.value(), Invisible::isMisleading)
                .ifPresent(found -> findings.add(Diagnostic.warning(
                        "FM018",
                        at,
                        key + " holds the invisible character " + found,
                        "delete it: readers cannot see it")));
        return control.isEmpty();
    }

    private static Optional<String> first(String text, IntPredicate kind) {
        OptionalInt found = text.codePoints().filter(kind).findFirst();
        return found.isPresent() ? Optional.of(Shown.codePoint(found.getAsInt())) : Optional.empty();
    }
}
