/** Rules about the sections that a type must have. */
package dev.tierzero.runbook.sections;
