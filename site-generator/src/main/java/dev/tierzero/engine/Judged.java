package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.site.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a site is found to be before, or without, being written: the same findings as when it is. */
final class Judged {

    private Judged() {}

    /**
     * Renders pages and runs every check that follows.
     *
     * @param pages to verify; surviving ones that are not among them have been taken over from the last run
     * @param verified is told of each
     */
    static List<Diagnostic> findings(Inputs inputs, Stage stage, List<Page> pages, Runnable verified)
            throws IOException {
        Rendering rendering = stage.rendering();
        CopyStore copies = stage.copies();
        List<Diagnostic> found = new ArrayList<>();
        inputs.workers()
                .map(
                        pages,
                        page -> {
                            Rendering.Rendered rendered = rendering.page(page);
                            copies.measured(page.href(), rendered.bytes().length);
                            return rendered.diagnostics();
                        },
                        verified)
                .forEach(found::addAll);
        found.addAll(RenderingTools.run(inputs, rendering).diagnostics());
        found.addAll(Keeping.of(inputs, rendering).diagnostics(path -> copies.size(path, rendering::size)));
        List<Page> all = rendering.site().pages();
        found.addAll(SearchChecks.findings(inputs, all, new Searching(inputs, all)));
        return found;
    }
}
