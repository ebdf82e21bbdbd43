/** The built sites that tests look at, and what must be true of every page's bytes. */
package dev.tierzero.portal;
