package dev.tierzero.engine;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.extension.Extension;
import dev.tierzero.model.ScannedFile;
import dev.tierzero.source.DataFile;
import dev.tierzero.source.Register;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The registers and data files of a site as its plugins see them: each read once, whoever asks. Safe for all threads. */
final class SiteData {

    private static final String FOLDER = "_data/";

    private final Inputs inputs;
    private final Map<String, Register> registers = new HashMap<>();
    private final Map<String, DataFile> files = new ConcurrentHashMap<>();
    private final List<Diagnostic> unusable = new ArrayList<>();

    /** Reads the registers that the plugins declare. */
    SiteData(Inputs inputs, List<Extension> extensions) {
        this.inputs = inputs;
        SortedMap<String, Collection<String>> schemas = new TreeMap<>();
        for (Extension extension : extensions) {
            extension.registers().forEach((name, schema) -> {
                Optional<String> fault = Register.schemaFault(schema);
                fault.ifPresent(why -> unusable.add(unusable(extension, name, why)));
                if (fault.isEmpty()) {
                    schemas.computeIfAbsent(name, n -> new TreeSet<>()).add(schema);
                }
            });
        }
        schemas.forEach((name, all) ->
                bytes(path(name)).ifPresent(bytes -> registers.put(name, Register.read(name(path(name)), bytes, all))));
    }

    /** The register is then taken as it is, as far as this plugin goes. */
    private static Diagnostic unusable(Extension extension, String register, String why) {
        return Diagnostic.error(
                "PL018",
                extension.position(),
                "plugin " + extension.id() + " has a schema of the register " + register + " that cannot be used: "
                        + why,
                "use type, properties, required, additionalProperties, items, enum, pattern, format, and limits; until that is mended, plugins."
                        + extension.id() + ".enabled: false switches it off");
    }

    private static String path(String register) {
        return FOLDER + register + ".yaml";
    }

    /** The entries of a register; one that no plugin declares a schema of is taken as it is. */
    Optional<List<DataNode>> register(String name) {
        Register declared = registers.get(name);
        return declared != null
                ? Optional.of(declared.entries())
                : data(path(name)).map(DataNode::items);
    }

    Optional<DataNode> data(String path) {
        return bytes(path).flatMap(bytes -> files.computeIfAbsent(path, p -> DataFile.read(name(p), bytes))
                .root());
    }

    Optional<byte[]> bytes(String path) {
        try {
            return inputs.content().read(path);
        } catch (IOException e) {
            files.putIfAbsent(path, new DataFile(Optional.empty(), List.of(unreadable(path, e))));
            return Optional.empty();
        }
    }

    private Diagnostic unreadable(String path, IOException e) {
        return Diagnostic.error(
                "EN002",
                SourcePosition.ofFile(name(path)),
                "the file cannot be read: " + e.getMessage(),
                "check its permissions and build again");
    }

    List<String> files(String folder) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        return inputs.files().stream()
                .map(ScannedFile::path)
                .filter(path -> path.startsWith(prefix) && inputs.content().contains(path))
                .sorted()
                .toList();
    }

    String name(String path) {
        return inputs.content().file(path);
    }

    DataNode settings(String plugin) {
        DataNode none = DataNode.ofMap(Map.of(), SourcePosition.ofFile(dev.tierzero.source.SettingsFile.NAME));
        return inputs.settings().plugins().getOrDefault(plugin, none);
    }

    /** What is wrong with the files that were asked for so far. */
    List<Diagnostic> diagnostics() {
        List<Diagnostic> found = new ArrayList<>(unusable);
        registers.values().forEach(register -> found.addAll(register.diagnostics()));
        files.values().forEach(file -> found.addAll(file.diagnostics()));
        return found;
    }
}
