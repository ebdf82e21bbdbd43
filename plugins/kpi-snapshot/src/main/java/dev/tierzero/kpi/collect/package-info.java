/** Asks the sources of KPIs, within one deadline, and keeps what may be kept. */
package dev.tierzero.kpi.collect;
