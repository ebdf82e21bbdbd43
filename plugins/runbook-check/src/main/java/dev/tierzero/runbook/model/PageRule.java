package dev.tierzero.runbook.model;

/** Looks at one page for one kind of mistake, or a few that belong together. Without state. */
public interface PageRule {

    /** Reports what is wrong with a page. */
    void check(Page page, Findings findings);
}
