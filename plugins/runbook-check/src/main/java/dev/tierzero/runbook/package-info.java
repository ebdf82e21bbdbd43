/** Checks of runbooks; written on the public plugin API alone. */
package dev.tierzero.runbook;
