/** The index: what words are, that Java and the browser's engine agree, and that answers are Lucene's. */
package dev.tierzero.search;
