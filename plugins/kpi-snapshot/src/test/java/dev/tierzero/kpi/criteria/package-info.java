/** Tests of exit criteria. */
package dev.tierzero.kpi.criteria;
