package dev.tierzero.engine;

import dev.tierzero.jbake.ExtensionJar;
import java.nio.file.Path;
import java.util.List;

/** The jars below {@code plugins/ext} that the site locks, for JBake's extensions. */
final class JBakeJars {

    private JBakeJars() {}

    static List<ExtensionJar> of(Path site) {
        return List.of();
    }
}
