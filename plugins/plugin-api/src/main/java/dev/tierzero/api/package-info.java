/** The values that checks and plugins see and return. Needs nothing but the JDK; every type is immutable. */
package dev.tierzero.api;
