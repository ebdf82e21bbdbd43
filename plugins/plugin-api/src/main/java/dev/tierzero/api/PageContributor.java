package dev.tierzero.api;

import java.util.List;

/** Adds to the site what no author wrote: pages, files, figures in pages, facts about pages. */
public non-sealed interface PageContributor extends Plugin {

    /** What to add, in any order. */
    List<Contribution> contribute(SiteView site);
}
