package dev.tierzero.engine;

import dev.tierzero.model.ContentType;
import dev.tierzero.model.Settings;
import dev.tierzero.render.Notices;
import java.util.Map;

/**
 * What a site is assembled from besides its parsed pages.
 *
 * @param settings of the site
 * @param types content types by name
 * @param assets output paths of files published as they are, by path below content
 * @param others why a content file has no page ({@code a partial}), by path
 * @param lastChanges ISO date of the last change by path below content
 * @param owners titles of owner roles by id
 * @param version commit, or empty
 * @param builtAt ISO instant of the commit, or empty
 * @param generator name and version
 * @param noindex whether search engines are asked to stay away
 * @param drafts whether drafts are shown
 * @param notices what every page says besides its own text
 */
record Circumstances(
        Settings settings,
        Map<String, ContentType> types,
        Map<String, String> assets,
        Map<String, String> others,
        Map<String, String> lastChanges,
        Map<String, String> owners,
        String version,
        String builtAt,
        String generator,
        boolean noindex,
        boolean drafts,
        Notices notices) {

    /** The same with other notices. */
    Circumstances with(Notices other) {
        return new Circumstances(
                settings,
                types,
                assets,
                others,
                lastChanges,
                owners,
                version,
                builtAt,
                generator,
                noindex,
                drafts,
                other);
    }
}
