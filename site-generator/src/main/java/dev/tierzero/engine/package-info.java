/** The build: its stages in order, its cache and its report. */
package dev.tierzero.engine;
