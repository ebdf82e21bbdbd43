/** The portal as a whole: addresses of pages, the section tree, resolved links, listings. Pure functions of the documents. */
package dev.tierzero.site;
