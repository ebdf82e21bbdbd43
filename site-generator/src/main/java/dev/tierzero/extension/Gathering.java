package dev.tierzero.extension;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Plugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Takes plugins one after the other; the first with an id has it. */
final class Gathering {

    private static final String ID = "[a-z][a-z0-9-]{1,39}";

    private final ClassLoader api = new ApiLoader(Gathering.class.getClassLoader());
    private final List<Extension> extensions = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    List<Extension> extensions() {
        return extensions;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    Set<String> ids() {
        return extensions.stream().map(Extension::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Takes one that was made; what it says of itself is asked here. */
    void add(Plugin plugin, String version, String origin) {
        add(new Extension(plugin.id(), version, origin, plugin));
    }

    /** Takes those in a jar. */
    void add(LockedJar jar) {
        Providers<Plugin> providers = Providers.of(Plugin.class, jar, api);
        diagnostics.addAll(providers.diagnostics());
        for (Providers.Made<Plugin> made : providers.made()) {
            introduced(jar, made).ifPresent(this::add);
        }
    }

    /** Asks a plugin for its id and registers, which is code of the plugin. */
    private Optional<Extension> introduced(LockedJar jar, Providers.Made<Plugin> made) {
        Plugin plugin = made.provider();
        Guard.Answer<Extension> answer = Guard.call(
                Providers.subject(jar, plugin.getClass()),
                "load",
                Providers.LIMIT,
                () -> new Extension(plugin.id(), made.version(), jar.file(), plugin, plainly(plugin.registers())));
        diagnostics.addAll(answer.diagnostics());
        return answer.value();
    }

    /** A copy, so that no code of the plugin runs later. */
    private static Map<String, String> plainly(Map<String, String> registers) {
        return Map.copyOf(registers);
    }

    private void add(Extension extension) {
        Optional<Extension> first =
                extensions.stream().filter(e -> e.id().equals(extension.id())).findFirst();
        if (!extension.id().matches(ID)) {
            diagnostics.add(LoadFindings.badId(extension));
        } else if (first.isPresent()) {
            diagnostics.add(LoadFindings.sameId(extension, first.get()));
        } else {
            extensions.add(extension);
        }
    }
}
