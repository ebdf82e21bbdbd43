package dev.tierzero.markup;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * AsciiDoc to marked HTML. The first page starts the engine ({@link AsciiDocEngine}); before that no class of JRuby is loaded. Safe for
 * use by several threads. A page that takes longer than 4 s is given up.
 */
public final class AsciiDocRenderer implements Renderer {

    /** A page of 600 KB takes 2.4 s on one core; the engine waits 5 s for a page. See {@link TimeLimit}. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

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
        AsciiDocEngine.Converted converted =
                AsciiDocEngine.shared().convert(source.body(), source.firstLine(), page, limit);
        return page.rendered(converted.html(), findings(page, converted.remarks()));
    }

    private List<Diagnostic> findings(AsciiDocPage page, List<AsciiDocEngine.Remark> remarks) {
        List<Diagnostic> findings = new ArrayList<>();
        for (AsciiDocEngine.Remark remark : remarks) {
            known.finding(remark, page.position(remark), page.chain(remark.text()))
                    .ifPresent(findings::add);
        }
        return findings;
    }
}
