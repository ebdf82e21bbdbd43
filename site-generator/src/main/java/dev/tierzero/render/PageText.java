package dev.tierzero.render;

import dev.tierzero.site.Page;
import dev.tierzero.site.Site;

/**
 * The HTML of a page's body, in two parts.
 *
 * @param lead before the first section
 * @param sections the rest
 */
record PageText(String lead, String sections) {

    /** Of a page without a text. */
    static final PageText NONE = new PageText("", "");

    static PageText of(BodyText body) {
        return new PageText(body.lead(), body.sections());
    }

    /** The same text with what paper needs to know of its links and its code. */
    PageText forPaper(Site site, Page page) {
        PaperLinks links = new PaperLinks(site, page);
        String first = links.marked(lead);
        return new PageText(PaperCode.marked(first), PaperCode.marked(links.marked(sections)));
    }

    String whole() {
        return lead + sections;
    }
}
