package dev.tierzero.api;

/** Something that a plugin adds to the site. */
public sealed interface Contribution permits ContributedPage, ContributedFile, Insert, PageFact {}
