package dev.tierzero.extension;

import dev.tierzero.api.Plugin;
import java.util.Optional;

/** The version of a plugin: that of its jar. */
final class Versions {

    private Versions() {}

    /** What the jar of the class says; blank when it says nothing. */
    static String of(Plugin plugin) {
        return Optional.ofNullable(plugin.getClass().getPackage())
                .flatMap(own -> Optional.ofNullable(own.getImplementationVersion()))
                .orElse("");
    }
}
