/** Tests of coverage, with sites written as one text. */
package dev.tierzero.coverage;
