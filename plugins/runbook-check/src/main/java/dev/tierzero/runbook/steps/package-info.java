/** Rules about steps and the ways between them. */
package dev.tierzero.runbook.steps;
