/** Turns pages into the bytes of the theme: Pebble layouts, content-hashed assets. */
package dev.tierzero.render;
