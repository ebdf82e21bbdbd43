/** The live preview: a server on this machine only, and the watch on the files. */
package dev.tierzero.serve;
