package dev.tierzero.markup;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * AsciiDoc to marked HTML. The first page starts the engine ({@link AsciiDocEngine}); before that no class of JRuby is loaded. Safe for
 * use by several threads. A thread that is interrupted stops within the page it renders, with an unchecked exception.
 */
public final class AsciiDocRenderer implements Renderer {

    private final ContentFiles contents;
    private final AsciiDocRemarks known = new AsciiDocRemarks();

    /** A renderer whose includes come from these files. */
    public AsciiDocRenderer(ContentFiles contents) {
        this.contents = contents;
    }

    @Override
    public Rendered render(Source source) {
        AsciiDocPage page = new AsciiDocPage(contents, source);
        try {
            AsciiDocEngine.Converted converted =
                    AsciiDocEngine.shared().convert(source.body(), source.firstLine(), page);
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
        return Diagnostic.error(
                "AD099",
                position,
                "Asciidoctor gives up on this page: " + failure.reason().replaceAll("\\s+", " "),
                "take the page apart to find the construct it stumbles over, and mend that");
    }
}
