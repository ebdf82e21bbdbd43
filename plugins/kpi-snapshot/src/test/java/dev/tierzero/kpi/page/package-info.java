/** Tests of pages about KPIs. */
package dev.tierzero.kpi.page;
