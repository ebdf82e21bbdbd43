/** Tests of collecting. */
package dev.tierzero.kpi.collect;
