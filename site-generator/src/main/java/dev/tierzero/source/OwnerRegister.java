package dev.tierzero.source;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The roles that own pages: {@code _data/owners.yaml}, a list of maps, each with an id and a title; what else they say
 * is for checks of the register.
 *
 * @param titles by id, sorted
 * @param diagnostics why the file could not be read, at most one
 */
public record OwnerRegister(Map<String, String> titles, List<Diagnostic> diagnostics) {

    /** Path of the register below the content folder. */
    public static final String PATH = "_data/owners.yaml";

    /** Copies. */
    public OwnerRegister {
        titles = Collections.unmodifiableMap(new TreeMap<>(titles));
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Reads the register.
     *
     * @param file as findings name it
     * @param bytes of the file; empty when there is none
     */
    public static OwnerRegister of(String file, Optional<byte[]> bytes) {
        if (bytes.isEmpty()) {
            return new OwnerRegister(Map.of(), List.of());
        }
        DecodedText text = DecodedText.of(bytes.get());
        Map<String, String> titles = new TreeMap<>();
        try {
            for (YamlNode node : YamlText.items(text.text(), 1)) {
                if (node instanceof YamlNode.Entries owner) {
                    text(owner, "id")
                            .ifPresent(id -> titles.put(id, text(owner, "title").orElse(id)));
                }
            }
            return new OwnerRegister(titles, List.of());
        } catch (YamlFault e) {
            Diagnostic finding = Diagnostic.error(
                    "OW001",
                    new SourcePosition(file, e.line(), e.column()),
                    "the register of owners cannot be read: " + e.text(),
                    e.hint());
            return new OwnerRegister(Map.of(), List.of(finding));
        }
    }

    private static Optional<String> text(YamlNode.Entries owner, String key) {
        return owner.get(key)
                .filter(YamlNode.Text.class::isInstance)
                .map(YamlNode.Text.class::cast)
                .map(YamlNode.Text::value);
    }
}
