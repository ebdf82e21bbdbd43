/** Collects and shows KPIs; written on the public plugin API alone. */
package dev.tierzero.kpi;
