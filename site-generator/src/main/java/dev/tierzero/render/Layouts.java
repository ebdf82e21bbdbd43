package dev.tierzero.render;

import dev.tierzero.model.HtmlText;
import dev.tierzero.model.PercentCode;
import dev.tierzero.site.Hrefs;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.loader.Loader;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The compiled templates of a theme. Safe for all threads. Templates see data only; content is never compiled. */
final class Layouts {

    /** Name of the variable that holds the output folder of the page being rendered, or {@code /} for root-absolute URLs. */
    static final String BASE = "base";

    private static final int LARGEST_PAGE = 32 * 1024 * 1024;

    /** Ours, because the library's builds a table of all entities of HTML 4 when it is first used. */
    private static final String ESCAPING = "tier0-html";

    private final PebbleEngine engine;

    Layouts(Theme theme) {
        this.engine = new PebbleEngine.Builder()
                .loader(new ThemeLoader(theme))
                .strictVariables(true)
                .autoEscaping(true)
                .addEscapingStrategy(ESCAPING, HtmlText::escaped)
                .defaultEscapingStrategy(ESCAPING)
                .defaultLocale(Locale.ROOT)
                .maxRenderedSize(LARGEST_PAGE)
                .extension(new UrlFunctions(theme.assets()))
                .build();
    }

    /** @throws ThemeException when the template does not exist, does not parse or names a variable there is not */
    String render(String template, Map<String, Object> variables) {
        try {
            PebbleTemplate compiled = engine.getTemplate(template);
            StringWriter out = new StringWriter(16 * 1024);
            compiled.evaluate(out, variables, Locale.ROOT);
            return out.toString();
        } catch (PebbleException e) {
            String file = Optional.ofNullable(e.getFileName()).orElse(template);
            int line = Optional.ofNullable(e.getLineNumber()).orElse(0);
            throw new ThemeException(
                    "templates/" + file,
                    line,
                    Optional.ofNullable(e.getPebbleMessage()).orElse("no message"),
                    e);
        } catch (StackOverflowError e) {
            throw new ThemeException(
                    "templates/" + template, 0, "the template includes or calls itself without end", e);
        } catch (IOException e) {
            throw new IllegalStateException("a StringWriter does no I/O", e);
        }
    }

    private static final class ThemeLoader implements Loader<String> {
        private final Theme theme;

        ThemeLoader(Theme theme) {
            this.theme = theme;
        }

        @Override
        public Reader getReader(String path) {
            return new StringReader(
                    theme.template(path).orElseThrow(() -> new LoaderException(null, "there is no template " + path)));
        }

        @Override
        public String createCacheKey(String path) {
            return path;
        }

        @Override
        public String resolveRelativePath(String path, String anchor) {
            return path;
        }

        @Override
        public boolean resourceExists(String path) {
            return theme.template(path).isPresent();
        }

        @Override
        public void setCharset(String charset) {
            // Templates are UTF-8.
        }

        @Override
        public void setPrefix(String prefix) {
            // Paths are those of the theme.
        }

        @Override
        public void setSuffix(String suffix) {
            // Paths are those of the theme.
        }
    }

    /** {@code asset("site.css")} and {@code link("a/b.html")}: URLs relative to the page. */
    private static final class UrlFunctions extends AbstractExtension {
        private final SortedMap<String, Theme.Asset> assets;

        UrlFunctions(SortedMap<String, Theme.Asset> assets) {
            this.assets = assets;
        }

        @Override
        public Map<String, Function> getFunctions() {
            return Map.of("asset", new UrlFunction("name", this::asset), "link", new UrlFunction("path", p -> p));
        }

        private String asset(String name) {
            return Optional.ofNullable(assets.get(name))
                    .map(Theme.Asset::href)
                    .orElseThrow(() -> new IllegalArgumentException("there is no asset " + name));
        }
    }

    private record UrlFunction(String argument, java.util.function.UnaryOperator<String> target) implements Function {
        @Override
        public List<String> getArgumentNames() {
            return List.of(argument);
        }

        @Override
        public Object execute(Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int line) {
            try {
                String href = target.apply(String.valueOf(arguments.get(argument)));
                return url(String.valueOf(context.getVariable(BASE)), href);
            } catch (IllegalArgumentException e) {
                throw new PebbleException(e, String.valueOf(e.getMessage()), line, self.getName());
            }
        }
    }

    /** The URL of an output path from a base: a folder, or a root with a slash at both ends. */
    static String url(String base, String href) {
        return base.startsWith("/") ? base + PercentCode.encoded(href) : Hrefs.relative(base, href);
    }
}
