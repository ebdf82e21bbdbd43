/** Asks the search index: the browser's own search engine, run in the JVM, and what is checked with it. */
package dev.tierzero.query;
