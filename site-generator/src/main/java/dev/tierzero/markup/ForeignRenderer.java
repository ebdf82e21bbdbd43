package dev.tierzero.markup;

import dev.tierzero.model.ForeignHtml;
import dev.tierzero.model.Source;
import java.util.List;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Pages in a markup of somebody else's, turned into HTML by an engine of an extension. What is wrong with that HTML is told for the
 * file as a whole: the lines are those of the engine, not of the author. Safe for all threads when the engine is.
 */
public final class ForeignRenderer implements Renderer {

    private final Function<Source, ForeignHtml> engine;

    /** @param engine called once for each page; what fails in it is among its findings */
    public ForeignRenderer(Function<Source, ForeignHtml> engine) {
        this.engine = engine;
    }

    @Override
    public Rendered render(Source source) {
        ForeignHtml made = engine.apply(source);
        Document document = Jsoup.parse(made.html());
        for (Element marked : document.body().getElementsByAttribute("data-p")) {
            marked.removeAttr("data-p"); // Ours: says where something stands in the source.
        }
        document.outputSettings().prettyPrint(false);
        String title = made.title().isBlank() ? document.title() : made.title();
        return new Rendered(
                HtmlRenderer.heading(document, title) + document.body().html(),
                List.of(source.file()),
                List.of(),
                made.diagnostics());
    }
}
