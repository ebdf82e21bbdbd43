package dev.tierzero.jbake;

/**
 * A class that a jar offers to JBake.
 *
 * @param jar that offers it
 * @param className binary name, with dots
 */
record Claim(ExtensionJar jar, String className) {}
