/** What the rules look at: the page by sections and steps, the scripts in its code, settings and registers. */
package dev.tierzero.runbook.model;
