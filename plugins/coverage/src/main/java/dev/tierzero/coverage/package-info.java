/** Registers against pages; written on the public plugin API alone. */
package dev.tierzero.coverage;
