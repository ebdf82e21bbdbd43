/** Reads a site's settings and content: what files there are, what each is, and what a page says about itself. */
package dev.tierzero.source;
