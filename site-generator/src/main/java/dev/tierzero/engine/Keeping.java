package dev.tierzero.engine;

import dev.tierzero.publish.Publication;
import dev.tierzero.publish.ServiceWorker;
import dev.tierzero.search.SearchIndex;
import dev.tierzero.site.Page;
import java.io.IOException;
import java.util.List;

/**
 * What readers' browsers keep of a site for reading without the network.
 *
 * @param offline whether they are to keep anything
 * @param source of the service worker
 * @param urgent pages that nobody may have opened before they are needed, the most urgent kind first
 */
record Keeping(boolean offline, String source, List<List<String>> urgent) {

    private static final List<String> URGENT = List.of("dr-playbook", "runbook");

    static Keeping of(Inputs inputs, List<Page> pages) {
        List<List<String>> urgent = URGENT.stream()
                .map(type -> pages.stream()
                        .filter(page -> page.document()
                                .filter(d -> d.type().equals(type))
                                .isPresent())
                        .map(Page::href)
                        .toList())
                .toList();
        return new Keeping(inputs.settings().offline(), inputs.theme().script(ServiceWorker.SOURCE), urgent);
    }

    /** Writes the service worker. It names every other file, so it is the last. */
    void write(SearchIndex index, Publication publication) throws IOException {
        if (offline) {
            ServiceWorker worker = new ServiceWorker(publication.files(), index.files());
            List<String> always =
                    List.of("index.html", Page.SEARCH, Page.OFFLINE, Page.COPIES, Page.ESCALATION);
            publication.write(ServiceWorker.NAME, worker.script(source, always, urgent));
        }
    }
}
