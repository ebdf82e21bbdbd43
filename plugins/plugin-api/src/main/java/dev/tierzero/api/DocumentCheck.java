package dev.tierzero.api;

import java.util.List;

/**
 * Looks at one page at a time; pages are looked at in parallel.
 *
 * <p>The host keeps what was found on a page from run to run, and does not ask again while these are as they were: the page with what it
 * includes, the settings, registers and other files, what was collected, the day of an audit, and of all other pages their path, type,
 * title, metadata, headings, ids and link targets. A check that depends on the text of other pages is a {@link SiteCheck}.
 */
public non-sealed interface DocumentCheck extends Plugin {

    /** What is wrong with a page, in any order. */
    List<Diagnostic> check(Document document, SiteView site);
}
