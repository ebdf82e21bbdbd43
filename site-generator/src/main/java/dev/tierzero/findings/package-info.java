/** What becomes of findings: those that authors take responsibility for, those that were there before, and those that a day brings. */
package dev.tierzero.findings;
