package dev.tierzero.api;

import java.io.IOException;

/** Brings data from outside into the build. It runs while pages are parsed, and has the time that the request names. */
public non-sealed interface DataCollector extends Plugin {

    /**
     * Collects. A source that cannot be read is part of the result, with the last good value kept; it is no exception.
     *
     * @throws IOException when nothing could be collected at all: the host goes on with what it collected last
     * @throws InterruptedException when the time is over
     */
    Dataset collect(CollectRequest request) throws IOException, InterruptedException;

    /**
     * Whether the data could be different next time although no file of the site has changed. A site of which nothing is live is not
     * collected again while its files stay as they are.
     */
    default boolean isLive(SiteFiles site) {
        return true;
    }
}
