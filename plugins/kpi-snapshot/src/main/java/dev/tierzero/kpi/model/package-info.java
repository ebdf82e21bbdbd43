/** What a KPI is: its declaration, its target, what was observed, and the text form in which all of it is kept. */
package dev.tierzero.kpi.model;
