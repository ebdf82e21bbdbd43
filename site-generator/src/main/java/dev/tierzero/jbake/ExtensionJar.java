package dev.tierzero.jbake;

import java.nio.file.Path;

/**
 * A jar that the site locks, checked before this is made.
 *
 * @param file as findings name it: {@code plugins/ext/textile.jar}
 * @param sha256 of its bytes, 64 lower-case hex digits
 * @param path where it lies
 */
public record ExtensionJar(String file, String sha256, Path path) {}
