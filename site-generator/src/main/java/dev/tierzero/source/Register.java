package dev.tierzero.source;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Severity;
import dev.tierzero.api.SourcePosition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A register: a list of entries in a file of {@code content/_data/}.
 *
 * @param entries those that fit every schema, in the order written
 * @param diagnostics about the others
 */
public record Register(List<DataNode> entries, List<Diagnostic> diagnostics) {

    /** Keys that name an entry: no two entries of a register have the same. */
    private static final List<String> NAMES = List.of("id", "code");

    /** Copies. */
    public Register {
        entries = List.copyOf(entries);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Reads a register.
     *
     * @param file as findings name it
     * @param schemas JSON Schemas (2020-12) of an entry, as text; an entry has to fit all
     * @throws IllegalArgumentException for a schema that cannot be used
     */
    public static Register read(String file, byte[] bytes, Collection<String> schemas) {
        return read(file, bytes, schemas, NAMES);
    }

    /** The same of a list whose entries have no name of their own: two may have the same id or code. */
    public static Register readNameless(String file, byte[] bytes, String schema) {
        return read(file, bytes, List.of(schema), List.of());
    }

    /** Why a text is no schema of an entry; empty when it is one. */
    public static Optional<String> schemaFault(String schema) {
        try {
            compiled(List.of(schema));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private static Register read(String file, byte[] bytes, Collection<String> schemas, List<String> naming) {
        DecodedText text = DecodedText.of(bytes);
        if (text.fault().isPresent()) {
            DecodedText.Fault fault = text.fault().get();
            return unreadable(DataFile.unreadable(file, fault.line(), fault.column(), fault.message(), fault.hint()));
        }
        try {
            YamlNode root = YamlText.data(text.text());
            boolean blank =
                    root instanceof YamlNode.Entries map && map.entries().isEmpty();
            if (!(root instanceof YamlNode.Items) && !blank) {
                return unreadable(DataFile.unreadable(
                        file,
                        root.line(),
                        root.column(),
                        "a register is a list, and this is " + root.noun(),
                        "begin every entry with a hyphen"));
            }
            return blank
                    ? new Register(List.of(), List.of())
                    : checked(file, ((YamlNode.Items) root).nodes(), compiled(schemas), naming);
        } catch (YamlFault e) {
            return unreadable(DataFile.unreadable(file, e.line(), e.column(), e.text(), e.hint()));
        }
    }

    private static Register unreadable(DataFile reading) {
        return new Register(List.of(), reading.diagnostics());
    }

    private static List<Schema> compiled(Collection<String> schemas) {
        List<Schema> compiled = new ArrayList<>();
        for (String schema : schemas) {
            try {
                compiled.add(Schema.of(YamlText.data(schema)));
            } catch (Schema.Unusable | YamlFault e) {
                throw new IllegalArgumentException("not a schema: " + e.getMessage(), e);
            }
        }
        return compiled;
    }

    private static Register checked(String file, List<YamlNode> nodes, List<Schema> schemas, List<String> naming) {
        List<DataNode> entries = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        Map<String, SourcePosition> names = new HashMap<>();
        for (YamlNode node : nodes) {
            List<Diagnostic> found = faults(file, node, schemas);
            DataNode entry = DataNodes.of(file, node);
            name(entry, naming, names, found);
            if (found.stream().noneMatch(d -> d.severity() == Severity.ERROR)) {
                entries.add(entry);
            }
            found.stream().sorted().distinct().forEach(diagnostics::add);
        }
        return new Register(entries, diagnostics);
    }

    private static List<Diagnostic> faults(String file, YamlNode node, List<Schema> schemas) {
        List<Diagnostic> found = new ArrayList<>();
        for (Schema schema : schemas) {
            new SchemaCheck(file, found).value(noun(schema), node, schema);
        }
        List<Diagnostic> faults = new ArrayList<>();
        found.forEach(d -> faults.add(Diagnostic.error("RG002", d.position(), d.message(), d.hint())));
        return faults;
    }

    private static String noun(Schema schema) {
        return schema.title().isBlank() ? "the entry" : schema.title();
    }

    private static void name(
            DataNode entry, List<String> naming, Map<String, SourcePosition> names, List<Diagnostic> found) {
        for (String key : naming) {
            entry.text(key).ifPresent(name -> {
                SourcePosition first = names.putIfAbsent(key + " " + name, entry.position(key));
                if (first != null) {
                    found.add(Diagnostic.error(
                            "RG003",
                            entry.position(key),
                            key + " \"" + Shown.of(name) + "\" is given twice, first in line " + first.line(),
                            "give the entry a " + key + " of its own, or delete one of the two"));
                }
            });
        }
    }
}
