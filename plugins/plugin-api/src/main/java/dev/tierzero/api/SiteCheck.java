package dev.tierzero.api;

import java.util.List;

/** Looks at the site as a whole: what is missing between pages, registers and data. */
public non-sealed interface SiteCheck extends Plugin {

    /** What is wrong with the site, in any order. */
    List<Diagnostic> check(SiteView site);
}
