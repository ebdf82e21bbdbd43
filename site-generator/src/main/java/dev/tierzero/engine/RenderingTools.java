package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.jbake.JBakeExtensions;
import dev.tierzero.jbake.PublishedPage;
import dev.tierzero.jbake.ToolFiles;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.publish.Manifest;
import dev.tierzero.publish.Publication;
import dev.tierzero.site.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The stage after rendering: rendering tools of JBake see the finished pages and add files to the site. */
record RenderingTools(ToolFiles written) {

    /** Runs the tools of a site; without any it does nothing. */
    static RenderingTools run(Inputs inputs, Rendering rendering) throws IOException {
        JBakeExtensions extensions = inputs.jbake();
        if (!extensions.hasTools()) {
            return new RenderingTools(ToolFiles.NONE);
        }
        List<PublishedPage> pages = new ArrayList<>();
        for (Page page : rendering.site().pages()) {
            page.document().ifPresent(document -> pages.add(published(page, document, rendering)));
        }
        SortedSet<String> outputs = new TreeSet<>(rendering.outputs());
        outputs.add(Manifest.NAME);
        return new RenderingTools(extensions.run(pages).beside(outputs));
    }

    /** Adds the files to what is published; returns what is wrong with tools. */
    List<Diagnostic> publish(Publication publication) throws IOException {
        for (Map.Entry<String, ToolFiles.Written> file : written.files().entrySet()) {
            publication.write(file.getKey(), Files.readAllBytes(file.getValue().onDisk()));
        }
        return diagnostics();
    }

    /** What is wrong with tools. */
    List<Diagnostic> diagnostics() {
        return written.diagnostics();
    }

    private static PublishedPage published(Page page, ParsedDocument document, Rendering rendering) {
        return new PublishedPage(
                page.href(),
                document.file(),
                document.type(),
                document.title(),
                rendering.lastChange(document).orElse(LocalDate.EPOCH),
                document.metadata(),
                rendering.body(document));
    }
}
