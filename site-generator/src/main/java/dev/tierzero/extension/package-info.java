/** Finds plugins, opens their jars and calls them so that a broken one costs no more than its time. */
package dev.tierzero.extension;
