package dev.tierzero.engine;

import dev.tierzero.extension.Extensions;
import java.util.Optional;

/**
 * The plugins of a run, and what all of them are given.
 *
 * @param extensions that were found
 * @param siteData registers and data files
 * @param request of the run
 */
record Plugins(Extensions extensions, SiteData siteData, Request request) {

    static Plugins of(Inputs inputs) {
        Extensions extensions = inputs.extensions();
        return new Plugins(extensions, new SiteData(inputs, extensions.all()), inputs.request());
    }

    /** Where collected data is kept for bad times. */
    DataStore store() {
        return new DataStore(
                request.cache() ? Optional.of(request.work().resolve("cache").resolve("data")) : Optional.empty());
    }
}
