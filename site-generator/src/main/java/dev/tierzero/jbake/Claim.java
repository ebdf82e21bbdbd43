package dev.tierzero.jbake;

import dev.tierzero.extension.LockedJar;

/**
 * A class that a jar offers to JBake.
 *
 * @param jar that offers it
 * @param className binary name, with dots
 */
record Claim(LockedJar jar, String className) {}
