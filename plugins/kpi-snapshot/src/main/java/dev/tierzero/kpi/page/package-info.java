/** The pages, files and quoted figures of KPIs. */
package dev.tierzero.kpi.page;
