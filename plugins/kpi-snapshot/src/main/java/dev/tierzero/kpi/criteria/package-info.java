/** Exit criteria: conditions over KPIs, over the site itself and over what people attest, with three truth values. */
package dev.tierzero.kpi.criteria;
