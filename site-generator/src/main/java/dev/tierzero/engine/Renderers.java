package dev.tierzero.engine;

import dev.tierzero.jbake.JBakeExtensions;
import dev.tierzero.markup.AsciiDocRenderer;
import dev.tierzero.markup.ForeignRenderer;
import dev.tierzero.markup.HtmlRenderer;
import dev.tierzero.markup.MarkdownRenderer;
import dev.tierzero.markup.Renderer;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.Markup;
import java.util.Map;

/** The renderers of a site, one for each markup. */
final class Renderers {

    private Renderers() {}

    static Map<Markup, Renderer> of(ContentFiles content, JBakeExtensions jbake) {
        return Map.of(
                Markup.MARKDOWN,
                new MarkdownRenderer(content),
                Markup.ASCIIDOC,
                new AsciiDocRenderer(content),
                Markup.HTML,
                new HtmlRenderer(),
                Markup.EXTENSION,
                new ForeignRenderer(jbake::convert));
    }
}
