/** The search index of the site: what a page's words are, and the files that the browser's search reads. */
package dev.tierzero.search;
