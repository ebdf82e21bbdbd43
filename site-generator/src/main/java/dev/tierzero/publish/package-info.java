/** Puts a finished site in place at once, or not at all. */
package dev.tierzero.publish;
