/** What holds between the parts of the repository: code and its pages, registers and theirs, README and scripts. */
package dev.tierzero.repository;
