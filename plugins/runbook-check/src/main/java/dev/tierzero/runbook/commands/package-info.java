/** Rules about commands and blocks of code. */
package dev.tierzero.runbook.commands;
