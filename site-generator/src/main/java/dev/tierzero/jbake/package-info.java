/** Reads JBake projects: their folder layout and {@code jbake.properties}. JBake itself is not needed for that. */
package dev.tierzero.jbake;
