package dev.tierzero.markup;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Body;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Outline;
import dev.tierzero.model.Parsed;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.Source;
import dev.tierzero.model.TimeLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Parses a page of either markup into the model. Safe for use by several threads; give each a stack of some megabytes. */
public final class DocumentParser {

    /** Characters of one page (TRUST T9). */
    static final int MAX_LENGTH = 1 << 20;

    private final ContentFiles contents;
    private final Map<Markup, Renderer> renderers;
    private final Highlighter highlighter;
    private final Function<Source, String> typeOf;
    private final Predicate<String> procedures;

    /** Parses no page as a procedure. */
    public DocumentParser(
            ContentFiles contents,
            Map<Markup, Renderer> renderers,
            Highlighter highlighter,
            Function<Source, String> typeOf) {
        this(contents, renderers, highlighter, typeOf, type -> false);
    }

    /**
     * @param contents the content folder, for includes
     * @param renderers one for each markup that occurs
     * @param highlighter colours code
     * @param typeOf names the content type of a page
     * @param procedures content types whose pages are procedures: their steps and tasks get marks
     */
    public DocumentParser(
            ContentFiles contents,
            Map<Markup, Renderer> renderers,
            Highlighter highlighter,
            Function<Source, String> typeOf,
            Predicate<String> procedures) {
        this.contents = contents;
        this.renderers = Map.copyOf(renderers);
        this.highlighter = highlighter;
        this.typeOf = typeOf;
        this.procedures = procedures;
    }

    /**
     * Parses a page; what its author did wrong is among the findings.
     *
     * @throws IllegalStateException when there is no renderer for the page's markup
     */
    public Parsed parse(Source source) {
        if (source.body().length() > MAX_LENGTH) {
            return failed(source, "MD013", "the page is longer than 1 MB", "divide it into several pages");
        }
        Optional<Renderer> renderer = Optional.ofNullable(renderers.get(source.markup()));
        try {
            Rendered rendered = renderer.orElseThrow(
                            () -> new IllegalStateException(source.file() + ": no renderer for " + source.markup()))
                    .render(source);
            return read(source, rendered);
        } catch (StackOverflowError e) {
            return failed(
                    source,
                    "MD014",
                    "the page is nested too deeply to be read",
                    "take levels of quotes, lists or tags away");
        }
    }

    private Parsed read(Source source, Rendered rendered) {
        Element body = Jsoup.parseBodyFragment(rendered.html()).body();
        Draft draft = new Draft(
                new Places(source, rendered, contents),
                rendered.html().length() * 2,
                procedures.test(typeOf.apply(source)));
        Optional<String> declared = source.metadata().text("title").map(String::strip);
        HeadingReading headings = new HeadingReading(draft, new Slugger(explicitIds(rendered.html(), body)), declared);
        List<ReaderParameter> parameters = ReaderParameter.of(source.metadata());
        ParameterMarks marks = new ParameterMarks(draft, parameters);
        new Reading(draft, headings, highlighter, marks).read(body);
        List<Diagnostic> diagnostics = new ArrayList<>(rendered.diagnostics());
        String title = headings.title();
        if (title.isEmpty()) {
            title = humanised(source.path());
            diagnostics.add(Diagnostic.warning(
                    "HD004",
                    SourcePosition.ofFile(source.file()),
                    "the page has no title; it is shown as \"" + title + "\"",
                    "write title: in its front matter"));
        }
        diagnostics.addAll(draft.diagnostics());
        diagnostics.addAll(new TimeLimitChecks(draft.headings(), new FrontMatterPlaces(source, contents))
                .findings(TimeLimit.of(source.metadata())));
        diagnostics.addAll(new ParameterRules(source, contents).findings(parameters, marks.used()));
        return new Parsed(document(source, title, draft, rendered), diagnostics);
    }

    private ParsedDocument document(Source source, String title, Draft draft, Rendered rendered) {
        return new ParsedDocument(
                source.path(),
                source.file(),
                source.markup(),
                typeOf.apply(source),
                title,
                source.metadata(),
                draft.headings(),
                draft.links(),
                draft.codeBlocks(),
                draft.ids(),
                draft.text(),
                draft.body(),
                draft.outline(),
                rendered.includes());
    }

    private static List<String> explicitIds(String html, Element body) {
        if (!html.contains("id=")) {
            return List.of();
        }
        return body.getElementsByAttribute("id").stream()
                .filter(element -> !element.normalName().startsWith("t0-f"))
                .map(Element::id)
                .toList();
    }

    private Parsed failed(Source source, String code, String message, String hint) {
        String title = source.metadata().text("title").orElseGet(() -> humanised(source.path()));
        ParsedDocument document = new ParsedDocument(
                source.path(),
                source.file(),
                source.markup(),
                typeOf.apply(source),
                title,
                source.metadata(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                new Body("", List.of()),
                Outline.EMPTY,
                List.of());
        return new Parsed(
                document, List.of(Diagnostic.error(code, SourcePosition.ofFile(source.file()), message, hint)));
    }

    /** {@code recovery/vault-failure.md} as {@code Vault failure}; an index is named after its folder. */
    static String humanised(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
        boolean index = Stream.of("index", "_index", "readme").anyMatch(name.toLowerCase(Locale.ROOT)::equals);
        if (index && path.indexOf('/') > 0) {
            String folder = path.substring(0, path.lastIndexOf('/'));
            name = folder.substring(folder.lastIndexOf('/') + 1);
        }
        String words = name.replaceAll("[-_]+", " ").strip();
        return words.isEmpty() ? "Untitled" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
