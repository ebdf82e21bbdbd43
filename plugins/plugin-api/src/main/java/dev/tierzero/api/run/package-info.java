/**
 * Records of runs: what is left of an incident or an exercise in which people worked through a procedure. Run mode writes them in a
 * browser ({@code "format": "tier0-run/1"}), people write them by hand; here they are one thing, read by one rule.
 */
package dev.tierzero.api.run;
