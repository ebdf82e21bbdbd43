package dev.tierzero.api;

import java.util.List;

/** Looks at one page at a time; pages are looked at in parallel. */
public non-sealed interface DocumentCheck extends Plugin {

    /** What is wrong with a page, in any order. */
    List<Diagnostic> check(Document document, SiteView site);
}
