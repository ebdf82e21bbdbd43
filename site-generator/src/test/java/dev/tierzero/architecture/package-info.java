/** What the code must keep to as a whole: its layers, and what it loads. */
package dev.tierzero.architecture;
