package dev.tierzero.extension;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Plugin;
import dev.tierzero.api.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a site has by way of plugins, as its owner wants to see it.
 *
 * @param rows the plugins there are, and the jars without one; those of the generator first
 * @param diagnostics what is wrong
 * @param jars that are locked and unchanged
 */
public record PluginState(List<Row> rows, List<Diagnostic> diagnostics, List<LockedJar> jars) {

    /**
     * A plugin, or a jar that gave none.
     *
     * @param id of the plugin; empty for a jar without one
     * @param version of its jar; may be empty
     * @param stages that it takes part in
     * @param origin {@code built in}, or the jar
     * @param state {@code built in}, {@code locked}, {@code not locked}, {@code changed} or {@code missing}
     * @param sha256 that the lock has; may be empty
     * @param on whether the settings let it run
     */
    public record Row(
            String id, String version, List<String> stages, String origin, String state, String sha256, boolean on) {

        /** Copies. */
        public Row {
            stages = List.copyOf(stages);
        }
    }

    /** Copies. */
    public PluginState {
        rows = List.copyOf(rows);
        diagnostics = List.copyOf(diagnostics);
        jars = List.copyOf(jars);
    }

    /**
     * Looks.
     *
     * @param site the site's folder
     * @param settings {@code plugins} of {@code site.yaml}, by id
     */
    public static PluginState of(Path site, Map<String, DataNode> settings) throws IOException {
        Extensions extensions = Extensions.load(site, settings);
        PluginLock lock = PluginLock.read(site);
        List<Row> rows = new ArrayList<>();
        extensions.all().forEach(e -> rows.add(row(e, lock, true)));
        extensions.off().forEach(e -> rows.add(row(e, lock, false)));
        TreeSet<String> jars = new TreeSet<>(Jars.names(site));
        lock.entries().forEach(entry -> jars.add(entry.name()));
        for (String name : jars) {
            String file = PluginLock.FOLDER + "/" + name;
            if (rows.stream().noneMatch(row -> row.origin().equals(file))) {
                rows.add(new Row(
                        "", "", List.of(), file, state(name, site, lock, extensions), digest(lock, name), true));
            }
        }
        rows.sort(Comparator.comparing((Row row) -> !row.origin().equals(Extension.BUILT_IN))
                .thenComparing(Row::origin)
                .thenComparing(Row::id));
        return new PluginState(rows, extensions.diagnostics(), extensions.jars());
    }

    private static Row row(Extension extension, PluginLock lock, boolean on) {
        boolean builtIn = extension.origin().equals(Extension.BUILT_IN);
        String name = extension.origin().substring(extension.origin().lastIndexOf('/') + 1);
        return new Row(
                extension.id(),
                extension.version(),
                extension.stages(),
                extension.origin(),
                builtIn ? Extension.BUILT_IN : "locked",
                builtIn ? "" : digest(lock, name),
                on);
    }

    private static String state(String name, Path site, PluginLock lock, Extensions extensions) throws IOException {
        if (lock.entry(name).isEmpty()) {
            return "not locked";
        }
        if (!Jars.names(site).contains(name)) {
            return "missing";
        }
        return extensions.jars().stream().anyMatch(jar -> jar.name().equals(name)) ? "locked" : "changed";
    }

    private static String digest(PluginLock lock, String name) {
        return lock.entry(name).map(PluginLock.Entry::sha256).orElse("");
    }

    /** The rows of one jar. */
    public List<Row> of(String file) {
        return rows.stream().filter(row -> row.origin().equals(file)).toList();
    }

    /** The services besides plugins that a jar has providers of; none when it cannot be opened. */
    public List<String> services(String name) throws IOException {
        Optional<LockedJar> locked =
                jars.stream().filter(jar -> jar.name().equals(name)).findFirst();
        return locked.isEmpty()
                ? List.of()
                : locked.get().services().stream()
                        .filter(service -> !service.equals(Plugin.class.getName()))
                        .toList();
    }

    /** What is wrong with one jar. */
    public List<Diagnostic> about(String file) {
        return diagnostics.stream()
                .filter(d -> d.position().file().startsWith(file))
                .toList();
    }

    /** Whether something is wrong that fails a build; with one jar, or with any when the name is empty. */
    public boolean hasErrors(String file) {
        return about(file).stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }
}
