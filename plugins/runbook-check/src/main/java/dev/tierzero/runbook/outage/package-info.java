/** Rules about what a page needs while its service is down. */
package dev.tierzero.runbook.outage;
