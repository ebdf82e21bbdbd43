/** The command line. */
package dev.tierzero.cli;
