/** Figures as text, and their history as SVG. Knows numbers and times only, nothing about KPIs. */
package dev.tierzero.kpi.chart;
