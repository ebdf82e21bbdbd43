package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.publish.Publication;
import dev.tierzero.publish.ServiceWorker;
import dev.tierzero.search.SearchIndex;
import dev.tierzero.site.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * What readers' browsers keep of a site for reading without the network.
 *
 * @param offline whether they are to keep anything
 * @param source of the service worker
 * @param surviving pages that must be readable then, each with the output paths of what it shows and of what its steps link to
 * @param urgent other pages that nobody may have opened before they are needed, the most urgent kind first
 */
record Keeping(boolean offline, String source, List<Surviving> surviving, List<List<String>> urgent) {

    private static final List<String> URGENT = List.of("dr-playbook", "runbook");

    /**
     * A page that must be readable without the network.
     *
     * @param page the page
     * @param files the page and what it needs, by output path
     */
    record Surviving(Page page, List<String> files) {}

    /** @param rendering with which the surviving pages have been rendered */
    static Keeping of(Inputs inputs, Rendering rendering) {
        List<Surviving> surviving = new ArrayList<>();
        List<String> copies = new ArrayList<>();
        for (Page page : rendering.rungs().surviving()) {
            List<String> files = new ArrayList<>(List.of(page.href()));
            files.addAll(rendering.rungs().needs(page));
            surviving.add(new Surviving(page, files));
            copies.add(page.oneFile());
        }
        List<List<String>> urgent = new ArrayList<>();
        for (String type : URGENT) {
            urgent.add(rendering.site().pages().stream()
                    .filter(page ->
                            page.document().filter(d -> d.type().equals(type)).isPresent())
                    .map(Page::href)
                    .toList());
        }
        // The page itself is kept: its copy is for handing on, when there is room.
        urgent.add(copies);
        return new Keeping(inputs.settings().offline(), inputs.theme().script(ServiceWorker.SOURCE), surviving, urgent);
    }

    private List<List<String>> groups() {
        List<List<String>> groups = new ArrayList<>(needed());
        groups.addAll(urgent);
        return groups;
    }

    private List<List<String>> needed() {
        return surviving.stream().map(Surviving::files).toList();
    }

    /**
     * Surviving pages that browsers cannot keep beforehand, because all together are too large.
     *
     * @param size bytes of a file by its output path
     */
    List<Diagnostic> diagnostics(ToLongFunction<String> size) {
        if (!offline || surviving.isEmpty()) {
            return List.of();
        }
        List<Diagnostic> found = new ArrayList<>();
        // They come first, so what comes after them, urgent or not, takes nothing from them.
        Set<String> kept = ServiceWorker.fitting(needed(), size);
        for (Surviving page : surviving) {
            if (!kept.containsAll(page.files())) {
                long bytes = page.files().stream().mapToLong(size).sum();
                found.add(Diagnostic.warning(
                        "OF005",
                        SourcePosition.ofFile(
                                page.page().document().map(ParsedDocument::file).orElseThrow()),
                        "browsers do not keep this page beforehand: with what its steps need it has " + kilobytes(bytes)
                                + ", and all surviving pages together may have "
                                + kilobytes(ServiceWorker.LARGEST_PAGES),
                        "make images smaller, or say survives: online where a page need not survive"));
            }
        }
        return found;
    }

    private static String kilobytes(long bytes) {
        return (bytes + 1023) / 1024 + " KB";
    }

    /** Writes the service worker. It names every other file, so it is the last. */
    void write(SearchIndex index, Publication publication) throws IOException {
        if (offline) {
            ServiceWorker worker = new ServiceWorker(publication.files(), index.files());
            List<String> always = List.of("index.html", Page.SEARCH, Page.OFFLINE, Page.COPIES, Page.ESCALATION);
            publication.write(ServiceWorker.NAME, worker.script(source, always, groups()));
        }
    }
}
