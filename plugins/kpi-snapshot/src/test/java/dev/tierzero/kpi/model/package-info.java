/** Tests of the model. */
package dev.tierzero.kpi.model;
