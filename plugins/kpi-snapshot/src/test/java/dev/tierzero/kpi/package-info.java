/** Tests of the KPI plugin against a site in memory, faulty servers and real ones. */
package dev.tierzero.kpi;
