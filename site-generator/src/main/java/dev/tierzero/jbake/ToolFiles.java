package dev.tierzero.jbake;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What rendering tools wrote.
 *
 * @param files by path in the site, with {@code /}
 * @param diagnostics why tools failed, and which files were not taken
 */
public record ToolFiles(SortedMap<String, Written> files, List<Diagnostic> diagnostics) {

    /** Nothing. */
    public static final ToolFiles NONE = new ToolFiles(new TreeMap<>(), List.of());

    /**
     * A file.
     *
     * @param jar of the tool, as findings name it
     * @param tool class name
     * @param onDisk where it lies
     */
    public record Written(String jar, String tool, Path onDisk) {}

    /** Copies. */
    public ToolFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * The files that can be published beside those of the site; each of the others is a finding.
     *
     * @param outputs paths of all other files of the site
     */
    public ToolFiles beside(Set<String> outputs) {
        Map<String, String> taken = outputs.stream()
                .collect(Collectors.toMap(path -> path.toLowerCase(Locale.ROOT), path -> path, (a, b) -> a));
        Set<String> folders = outputs.stream()
                .map(path -> path.toLowerCase(Locale.ROOT))
                .flatMap(path -> folders(path).stream())
                .collect(Collectors.toSet());
        SortedMap<String, Written> kept = new TreeMap<>();
        List<Diagnostic> found = new ArrayList<>(diagnostics);
        files.forEach((path, written) -> {
            String key = path.toLowerCase(Locale.ROOT);
            boolean inFile = folders(key).stream().anyMatch(taken::containsKey);
            if (taken.containsKey(key) || folders.contains(key) || inFile) {
                found.add(Diagnostic.error(
                        "JB022",
                        SourcePosition.ofFile(written.jar()),
                        written.tool() + " writes " + path + ", which the site has already",
                        "let the tool write to another path"));
            } else {
                kept.put(path, written);
            }
        });
        return new ToolFiles(kept, found);
    }

    private static List<String> folders(String path) {
        List<String> folders = new ArrayList<>();
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            folders.add(path.substring(0, slash));
        }
        return folders;
    }
}
