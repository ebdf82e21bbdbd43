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
 * @param all sorted by id
 * @param diagnostics what is wrong with jars, the lock and settings
 */
public record Extensions(List<Extension> all, List<Diagnostic> diagnostics) {

    /** Copies. */
    public Extensions {
        all = List.copyOf(all);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Finds them. What is wrong with one is a finding; the others are there.
     *
     * @param site the site's folder
     * @param settings {@code plugins} of {@code site.yaml}, by id
     */
    public static Extensions load(Path site, Map<String, DataNode> settings) {
        List<Extension> found = new ArrayList<>();
        for (Plugin plugin : ServiceLoader.load(Plugin.class, Extensions.class.getClassLoader())) {
            found.add(new Extension(plugin.id(), "", "built in", plugin));
        }
        found.sort(Comparator.comparing(Extension::id));
        return new Extensions(found, List.of());
    }

    /** Digest of everything in the site's folder that decides which plugins there are, without loading any. */
    public static String fingerprint(Path site) {
        return "";
    }

    /** Providers of a service in the jars that the site locks. */
    public <S> List<S> services(Class<S> type) {
        return List.of();
    }
}
