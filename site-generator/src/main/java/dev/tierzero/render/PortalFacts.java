package dev.tierzero.render;

import java.util.List;

/**
 * What the settings say about the portal, for every page.
 *
 * @param title of the portal
 * @param tagline one sentence, or empty
 * @param language BCP 47 tag
 * @param url address of the published site without a slash at the end; empty when it is not known, and for a preview
 * @param root path of the site on its host with a slash at both ends, for pages served at any depth
 * @param version commit, or empty
 * @param builtAt ISO instant, or empty
 * @param generator name and version
 * @param noindex whether search engines are asked to stay away
 * @param offline whether browsers keep pages for reading without the network
 * @param portalZip whether the site is also published as one archive
 * @param repositoryUrl or empty
 * @param editUrl URL of a page's source with {@code {path}} for its path from the repository's top; or empty
 * @param contentFolder path of the content folder from the repository's top
 * @param menu output paths of the top menu's pages, with titles; empty means the top sections
 * @param doors entrances of the home page
 * @param support the ladder of help
 * @param notices what every page says besides its own text
 */
public record PortalFacts(
        String title,
        String tagline,
        String language,
        String url,
        String root,
        String version,
        String builtAt,
        String generator,
        boolean noindex,
        boolean offline,
        boolean portalZip,
        String repositoryUrl,
        String editUrl,
        String contentFolder,
        List<Entrance> menu,
        List<Entrance> doors,
        List<Entrance> support,
        Notices notices) {

    /**
     * A named way in.
     *
     * @param key names its icon; may be empty
     * @param title of the link
     * @param text one sentence; may be empty
     * @param href output path or absolute URL; may be empty
     */
    public record Entrance(String key, String title, String text, String href) {}
}
