package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.site.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a site is found to be before, or without, being written: the same findings as when it is. */
final class Judged {

    private Judged() {}

    /**
     * Renders pages and runs every check that follows.
     *
     * @param pages to verify, every surviving one among them
     * @param verified is told of each
     */
    static List<Diagnostic> findings(Inputs inputs, Stage stage, List<Page> pages, Runnable verified)
            throws IOException {
        Rendering rendering = stage.rendering();
        Map<String, Long> sizes = new ConcurrentHashMap<>();
        List<Diagnostic> found = new ArrayList<>();
        inputs.workers()
                .map(
                        pages,
                        page -> {
                            Rendering.Rendered rendered = rendering.page(page);
                            sizes.put(page.href(), (long) rendered.bytes().length);
                            return rendered.diagnostics();
                        },
                        verified)
                .forEach(found::addAll);
        found.addAll(RenderingTools.run(inputs, rendering).diagnostics());
        found.addAll(Keeping.of(inputs, rendering).diagnostics(path -> sizes.computeIfAbsent(path, rendering::size)));
        List<Page> all = rendering.site().pages();
        found.addAll(SearchChecks.findings(inputs, all, new Searching(inputs, all)));
        return found;
    }
}
