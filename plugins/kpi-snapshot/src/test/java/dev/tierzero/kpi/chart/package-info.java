/** Tests of charts and of figures as text. */
package dev.tierzero.kpi.chart;
