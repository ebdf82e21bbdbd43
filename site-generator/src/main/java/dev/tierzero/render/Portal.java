package dev.tierzero.render;

import dev.tierzero.model.ContentType;
import dev.tierzero.site.LinkMap;
import dev.tierzero.site.PageDigests;
import dev.tierzero.site.Site;
import java.util.List;
import java.util.Map;

/**
 * Everything pages are rendered from. Immutable.
 *
 * @param site the pages
 * @param links resolved references by source path
 * @param backlinks output paths of the pages that link to a page, by output path, sorted
 * @param lastChanges ISO date of the last change by source path; a page without one shows none
 * @param types content types by name
 * @param owners titles of owner roles by id
 * @param facts what the settings say about the portal
 * @param added what plugins show in pages
 * @param digests of the pages
 */
public record Portal(
        Site site,
        Map<String, LinkMap.Resolved> links,
        Map<String, List<String>> backlinks,
        Map<String, String> lastChanges,
        Map<String, ContentType> types,
        Map<String, String> owners,
        PortalFacts facts,
        Added added,
        PageDigests digests) {}
