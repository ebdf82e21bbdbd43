/** Rules about owner, service, alerts and recovery time. */
package dev.tierzero.runbook.facts;
