package dev.tierzero.markup;

import dev.tierzero.model.Source;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;

/**
 * Pages written in HTML, as JBake projects have them: a fragment or a whole document, of which the body counts. What is allowed and how
 * it looks is the reading's business, as for the other markups. Safe for all threads.
 */
public final class HtmlRenderer implements Renderer {

    private static final Set<String> PLACED = Set.of(
            "a",
            "img",
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "table",
            "ul",
            "ol",
            "li",
            "dl",
            "blockquote",
            "figure",
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "form",
            "div",
            "section",
            "details");

    @Override
    public Rendered render(Source source) {
        Document document = Jsoup.parse(source.body(), "", Parser.htmlParser().setTrackPosition(true));
        for (Element element : document.body().getAllElements()) {
            if (PLACED.contains(element.normalName())) {
                place(element, source.firstLine() - 1);
            }
        }
        document.outputSettings().prettyPrint(false);
        return new Rendered(
                heading(document, document.title()) + document.body().html(),
                List.of(source.file()),
                List.of(),
                List.of());
    }

    private static void place(Element element, int linesBefore) {
        Range.Position start = element.sourceRange().start();
        if (element.sourceRange().isTracked() && start.lineNumber() > 0) {
            element.attr("data-p", (start.lineNumber() + linesBefore) + ":" + start.columnNumber());
        }
    }

    /** A title stands above a body that has no heading of the first level. */
    static String heading(Document document, String title) {
        boolean shown = title.isBlank() || document.body().selectFirst("h1") != null;
        return shown ? "" : new Element("h1").text(title.strip()).outerHtml();
    }
}
