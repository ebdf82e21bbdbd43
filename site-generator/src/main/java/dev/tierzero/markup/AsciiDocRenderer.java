package dev.tierzero.markup;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * AsciiDoc to marked HTML. The first page starts the engine ({@link AsciiDocEngine}); before that no class of JRuby is loaded. Safe for
 * use by several threads. A page that takes longer than 10 s is given up, so that an abandoned thread comes to its end.
 */
public final class AsciiDocRenderer implements Renderer {

    /** A page of 1 MB takes 4 s on a slow machine; the engine abandons a page after 5 s. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ContentFiles contents;
    private final Duration limit;
    private final AsciiDocRemarks known = new AsciiDocRemarks();

    /** A renderer whose includes come from these files. */
    public AsciiDocRenderer(ContentFiles contents) {
        this(contents, LIMIT);
    }

    /** A renderer that gives a page up after {@code limit}. */
    AsciiDocRenderer(ContentFiles contents, Duration limit) {
        this.contents = contents;
        this.limit = limit;
    }

    @Override
    public Rendered render(Source source) {
        AsciiDocPage page = new AsciiDocPage(contents, source);
        try {
            AsciiDocEngine.Converted converted =
                    AsciiDocEngine.shared().convert(source.body(), source.firstLine(), page, limit);
            return page.rendered(converted.html(), findings(page, converted.remarks()));
        } catch (AsciiDocEngine.Failure e) {
            return page.rendered("", List.of(failure(source, e)));
        }
    }

    private List<Diagnostic> findings(AsciiDocPage page, List<AsciiDocEngine.Remark> remarks) {
        List<Diagnostic> findings = new ArrayList<>();
        for (AsciiDocEngine.Remark remark : remarks) {
            known.finding(remark, page.position(remark), page.chain(remark.text()))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private static Diagnostic failure(Source source, AsciiDocEngine.Failure failure) {
        SourcePosition position = SourcePosition.ofFile(source.file());
        if (failure.tooDeep()) {
            return Diagnostic.error(
                    "AD098",
                    position,
                    "the page is nested too deeply",
                    "take lists, blocks or inline marks apart: nobody can follow that many levels");
        }
        if (failure.tooLong()) {
            return Diagnostic.error(
                    "AD096", position, "the page takes too long to render", "divide it into several pages");
        }
        return Diagnostic.error(
                "AD099",
                position,
                "Asciidoctor gives up on this page: " + failure.reason().replaceAll("\\s+", " "),
                "take the page apart to find the construct it stumbles over, and mend that");
    }
}
