package dev.tierzero.extension;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Plugin;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.Attributes;

/**
 * The providers of a service in one jar.
 *
 * @param made those that could be made, in the order of the jar
 * @param diagnostics about the others
 */
record Providers<S>(List<Made<S>> made, List<Diagnostic> diagnostics) {

    /** Making an object takes no time; what takes longer does something else. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    /** More faults than this in one jar are one fault. */
    private static final int MOST_FAULTS = 50;

    /**
     * A provider.
     *
     * @param version of its jar; blank when the jar does not say
     */
    record Made<S>(S provider, String version) {}

    /** Copies. */
    Providers {
        made = List.copyOf(made);
        diagnostics = List.copyOf(diagnostics);
    }

    static <S> Providers<S> of(Class<S> type, LockedJar jar, ClassLoader parent) {
        try {
            JarLoader loader = new JarLoader(jar.name(), jar.path(), parent);
            Subject subject = new Subject("jar " + jar.name(), jar.position(), loader, Plugin.class);
            Guard.Answer<Providers<S>> answer = Guard.call(subject, "load", LIMIT, () -> read(type, loader, subject));
            List<Diagnostic> found = new ArrayList<>(answer.diagnostics());
            answer.value().ifPresent(providers -> found.addAll(providers.diagnostics()));
            if (type == Plugin.class && loader.services().isEmpty() && !loader.hasEngines()) {
                found.add(LoadFindings.nothing(jar));
            }
            return new Providers<>(answer.value().map(Providers::made).orElse(List.of()), found);
        } catch (IOException e) {
            return new Providers<>(
                    List.of(), List.of(LockFindings.unreadable(jar.name(), String.valueOf(e.getMessage()))));
        }
    }

    static Subject subject(LockedJar jar, Class<?> type) {
        return new Subject("jar " + jar.name(), jar.position(), type.getClassLoader(), type);
    }

    /** Runs constructors: on the plugin's thread only. */
    private static <S> Providers<S> read(Class<S> type, JarLoader loader, Subject subject) {
        List<Made<S>> made = new ArrayList<>();
        List<Diagnostic> found = new ArrayList<>();
        String version = loader.attribute(Attributes.Name.IMPLEMENTATION_VERSION);
        Iterator<ServiceLoader.Provider<S>> candidates =
                ServiceLoader.load(type, loader).stream().iterator();
        while (found.size() < MOST_FAULTS) {
            Optional<ServiceLoader.Provider<S>> candidate = Optional.empty();
            try {
                if (!candidates.hasNext()) {
                    break;
                }
                candidate = Optional.of(candidates.next());
                if (candidate.get().type().getClassLoader() == loader) {
                    made.add(new Made<>(candidate.get().get(), version));
                }
            } catch (ServiceConfigurationError | LinkageError fault) {
                found.add(LoadFindings.provider(subject, fault));
            }
        }
        return new Providers<>(made, found);
    }
}
