package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.findings.PageSuppressions;
import dev.tierzero.markup.DocumentParser;
import dev.tierzero.markup.Highlighter;
import dev.tierzero.markup.Renderer;
import dev.tierzero.markup.SyntaxHighlighter;
import dev.tierzero.model.Body;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.ContentType;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Outline;
import dev.tierzero.model.Parsed;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.ScannedFile;
import dev.tierzero.source.ContentTypes;
import dev.tierzero.source.FrontMatter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The parse stage: every page of content becomes a document, from the cache when nothing that went into it has changed.
 */
final class Parsing {

    private final ContentFiles files;
    private final Map<String, String> digests;
    private final FrontMatter frontMatter;
    private final Function<String, DocumentParser> parsers;
    private final Workers workers;
    private final String circumstances;

    /**
     * What the stage gave.
     *
     * @param parsed in the order of the files
     * @param entries for the cache
     * @param fresh how many were parsed now
     */
    record Result(List<Parsed> parsed, List<ParseCache.Entry> entries, int fresh) {}

    /**
     * @param parsers of pages of a content type
     * @param circumstances digest of the settings and the generator, part of every cache key
     */
    private Parsing(
            ContentFiles files,
            Map<String, String> digests,
            FrontMatter frontMatter,
            Function<String, DocumentParser> parsers,
            Workers workers,
            String circumstances) {
        this.files = files;
        this.digests = digests;
        this.frontMatter = frontMatter;
        this.parsers = parsers;
        this.workers = workers;
        this.circumstances = circumstances;
    }

    /**
     * The stage over the files of a site, or over other bytes of the same files.
     *
     * @param files to parse
     */
    static Parsing of(Inputs inputs, ContentFiles files) {
        Map<String, String> digests = new HashMap<>();
        inputs.files().forEach(file -> digests.put(file.path(), file.sha256()));
        Map<Markup, Renderer> renderers = Renderers.of(files, inputs.jbake());
        Highlighter highlighter = new SyntaxHighlighter();
        ContentTypes types = inputs.types();
        Predicate<String> isProcedure =
                name -> types.get(name).filter(ContentType::procedure).isPresent();
        return new Parsing(
                files,
                digests,
                new FrontMatter(types, inputs.settings(), inputs.jbake().extensions()),
                type -> new DocumentParser(files, renderers, highlighter, source -> type, isProcedure),
                inputs.workers(),
                inputs.rules().hex());
    }

    Result parse(List<ScannedFile> pages, Map<String, ParseCache.Entry> cached, Progress progress) {
        List<ScannedFile> stale = new ArrayList<>();
        Map<String, ParseCache.Entry> entries = new HashMap<>();
        for (ScannedFile page : pages) {
            ParseCache.Entry entry = cached.get(page.path());
            if (entry != null && entry.isFresh(key(page), this::digest)) {
                entries.put(page.path(), entry);
            } else {
                stale.add(page);
            }
        }
        AtomicInteger done = new AtomicInteger();
        List<Parsed> parsed = workers.map(
                stale,
                page -> Markup.ofPath(page.path()).equals(Optional.of(Markup.ASCIIDOC)),
                this::parse,
                page -> failed(
                        page,
                        "EN001",
                        "the page takes longer than " + workers.budget().toSeconds() + " s to parse",
                        "look for thousands of nested brackets, quotes or back-ticks, or split the page"),
                () -> progress.at("parse", done.incrementAndGet(), stale.size()));
        for (int i = 0; i < stale.size(); i++) {
            entries.put(stale.get(i).path(), entry(stale.get(i), parsed.get(i)));
        }
        List<ParseCache.Entry> ordered =
                pages.stream().map(p -> entries.get(p.path())).toList();
        return new Result(ordered.stream().map(ParseCache.Entry::parsed).toList(), ordered, stale.size());
    }

    /** Parses one page, with its front matter's findings. */
    Parsed parse(ScannedFile page) {
        try {
            byte[] bytes = files.read(page.path()).orElseThrow(() -> new IOException("the file has gone"));
            FrontMatter.Reading reading = frontMatter.read(page.path(), page.file(), bytes);
            Parsed parsed = parsers.apply(reading.type()).parse(reading.source());
            List<Diagnostic> found = new ArrayList<>(reading.diagnostics());
            found.addAll(parsed.diagnostics());
            return PageSuppressions.in(reading.source(), new Parsed(parsed.document(), found));
        } catch (IOException e) {
            return failed(
                    page,
                    "EN002",
                    "the file cannot be read: " + e.getMessage(),
                    "check its permissions and build again");
        }
    }

    private String key(ScannedFile page) {
        return new Digest()
                .add(circumstances)
                .add(page.path())
                .add(page.sha256())
                .hex();
    }

    private Optional<String> digest(String path) {
        return Optional.ofNullable(digests.get(path));
    }

    /** A page with an error is parsed again next time: what it misses may be there by then. */
    private ParseCache.Entry entry(ScannedFile page, Parsed parsed) {
        Map<String, String> includes = new HashMap<>();
        int prefix = page.file().length() - page.path().length();
        for (ParsedDocument.Included included : parsed.document().includes()) {
            String path = included.file().substring(prefix);
            includes.put(path, digest(path).orElse(""));
        }
        boolean broken = parsed.diagnostics().stream().anyMatch(d -> d.severity() == dev.tierzero.api.Severity.ERROR);
        return new ParseCache.Entry(broken ? "" : key(page), includes, parsed);
    }

    private static Parsed failed(ScannedFile page, String code, String message, String hint) {
        ParsedDocument empty = new ParsedDocument(
                page.path(),
                page.file(),
                Markup.ofPath(page.path()).orElse(Markup.EXTENSION),
                "page",
                page.path(),
                dev.tierzero.api.Metadata.EMPTY,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                new Body("", List.of()),
                Outline.EMPTY,
                List.of());
        return new Parsed(empty, List.of(Diagnostic.error(code, SourcePosition.ofFile(page.file()), message, hint)));
    }
}
