package dev.tierzero.source;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import java.util.List;
import java.util.Optional;

/**
 * A YAML or JSON file of content as data.
 *
 * @param root empty when the file cannot be read
 * @param diagnostics why, at most one
 */
public record DataFile(Optional<DataNode> root, List<Diagnostic> diagnostics) {

    /** Copies. */
    public DataFile {
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Reads it: UTF-8, at most 256 KB, 16 levels, no tags and aliases, no key twice.
     *
     * @param file as findings name it
     */
    public static DataFile read(String file, byte[] bytes) {
        DecodedText text = DecodedText.of(bytes);
        if (text.fault().isPresent()) {
            DecodedText.Fault fault = text.fault().get();
            return unreadable(file, fault.line(), fault.column(), fault.message(), fault.hint());
        }
        try {
            return new DataFile(Optional.of(DataNodes.of(file, YamlText.data(text.text()))), List.of());
        } catch (YamlFault e) {
            return unreadable(file, e.line(), e.column(), e.text(), e.hint());
        }
    }

    static DataFile unreadable(String file, int line, int column, String message, String hint) {
        SourcePosition at = new SourcePosition(file, line, column);
        return new DataFile(
                Optional.empty(), List.of(Diagnostic.error("RG001", at, "the data cannot be read: " + message, hint)));
    }
}
