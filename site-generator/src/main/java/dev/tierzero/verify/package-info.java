/** Reads the bytes that are about to be published and checks what they promise. */
package dev.tierzero.verify;
