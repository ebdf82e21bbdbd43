package dev.tierzero.extension;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Plugin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * The plugins of a site: those that come with the generator, and those in the jars that the site locks.
 *
 * @param all that are switched on, sorted by id
 * @param off that the settings switch off, sorted by id
 * @param jars that the site locks and that are what the lock says, sorted by name
 * @param diagnostics what is wrong with jars, the lock and settings
 */
public record Extensions(List<Extension> all, List<Extension> off, List<LockedJar> jars, List<Diagnostic> diagnostics) {

    /** Copies, plugins in the order of their ids. */
    public Extensions {
        all = all.stream().sorted(Comparator.comparing(Extension::id)).toList();
        off = off.stream().sorted(Comparator.comparing(Extension::id)).toList();
        jars = List.copyOf(jars);
        diagnostics = diagnostics.stream().sorted().toList();
    }

    /** Plugins of which none is switched off and none came in a jar. */
    public Extensions(List<Extension> all, List<Diagnostic> diagnostics) {
        this(all, List.of(), List.of(), diagnostics);
    }

    /**
     * Finds them. What is wrong with one is a finding; the others are there.
     *
     * @param site the site's folder
     * @param settings {@code plugins} of {@code site.yaml}, by id
     */
    public static Extensions load(Path site, Map<String, DataNode> settings) {
        return load(site, settings, List.of());
    }

    /**
     * The same for a test of plugins.
     *
     * @param given when there are any, they take the place of all that come with the generator
     */
    public static Extensions load(Path site, Map<String, DataNode> settings, List<Plugin> given) {
        Gathering gathering = new Gathering();
        given.forEach(plugin -> gathering.add(plugin, Versions.of(plugin), Extension.GIVEN));
        if (given.isEmpty()) {
            for (Plugin plugin : ServiceLoader.load(Plugin.class, Extensions.class.getClassLoader())) {
                gathering.add(plugin, Versions.of(plugin), Extension.BUILT_IN);
            }
        }
        Jars jars = Jars.read(site);
        jars.locked().forEach(gathering::add);
        List<Diagnostic> found = new ArrayList<>(jars.diagnostics());
        found.addAll(gathering.diagnostics());
        boolean whole = found.isEmpty();
        found.addAll(HostSettings.findings(settings, gathering.ids(), whole));
        return new Extensions(
                gathering.extensions().stream()
                        .filter(e -> HostSettings.isOn(settings, e.id()))
                        .toList(),
                gathering.extensions().stream()
                        .filter(e -> !HostSettings.isOn(settings, e.id()))
                        .toList(),
                jars.locked(),
                found);
    }

    /** Providers of a service in the jars that the site locks; one that cannot be made is left out. */
    public <S> List<S> services(Class<S> type) {
        return services(type, new ApiLoader(Extensions.class.getClassLoader()));
    }

    /**
     * Providers of a service in the jars that the site locks, each in a class loader of its own; one that cannot be made is left out.
     *
     * @param parent what their classes see besides their jar; it must see {@code type}
     */
    public <S> List<S> services(Class<S> type, ClassLoader parent) {
        return jars.stream()
                .flatMap(jar -> Providers.of(type, jar, parent).made().stream())
                .map(Providers.Made::provider)
                .toList();
    }

    /**
     * Digest of everything in the site's folder that decides which plugins there are, without running any: the lock, and what of each
     * jar tells that its bytes changed. Settings count by themselves.
     */
    public static String fingerprint(Path site) {
        return Jars.fingerprint(site);
    }
}
