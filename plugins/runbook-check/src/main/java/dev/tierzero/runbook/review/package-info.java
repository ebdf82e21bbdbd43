/** Rules about the stamp that binds a review to a text. */
package dev.tierzero.runbook.review;
