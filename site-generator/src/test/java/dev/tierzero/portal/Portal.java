package dev.tierzero.portal;

/**
 * This repository's own portal, built once for all tests.
 *
 * @param site the result
 */
public record Portal(BuiltSite site) {}
