/** The immutable values that the stages of a build hand to each other. */
package dev.tierzero.model;
