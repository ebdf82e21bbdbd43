package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Metadata;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.Parsed;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.ScannedFile;
import dev.tierzero.site.Page;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A site kept in memory and brought up to date change by change. A page is rendered when it is asked for. A change of text costs the
 * parse of one page; anything else assembles the site anew from pages parsed before. Reading is safe for all threads; {@link
 * #update} is for one.
 */
public final class LiveSite {

    private final Request request;
    private volatile State state;

    /**
     * What a change did.
     *
     * @param hrefs output paths that look different now; empty means all
     * @param paths content files that were parsed
     */
    public record Update(Set<String> hrefs, Set<String> paths) {}

    private record State(
            Inputs inputs,
            Overlay content,
            Map<String, Parsed> parsed,
            Map<String, ParseCache.Entry> entries,
            Assembly assembly,
            Rendering rendering,
            Map<String, Rendering.Rendered> rendered) {}

    private LiveSite(Request request, State state) {
        this.request = request;
        this.state = state;
    }

    /** Loads a site. */
    public static LiveSite load(Request request, Progress progress) throws IOException, SettingsException {
        Map<String, ParseCache.Entry> cached =
                request.cache() ? new ParseCache(request.work().resolve("cache")).read() : Map.of();
        return new LiveSite(request, assembled(request, cached, progress));
    }

    /** The bytes of an output path; empty when the site has no such file. */
    public Optional<byte[]> bytes(String href) throws IOException {
        State now = state;
        Optional<Page> page = now.rendering().site().page(href);
        if (page.isPresent()) {
            return Optional.of(rendered(now, page.get()).bytes());
        }
        byte[] companion = now.rendering().companions().get(href);
        if (companion != null) {
            return Optional.of(companion);
        }
        for (ScannedFile asset : now.inputs().assets()) {
            if (asset.output().equals(href)) {
                byte[] bytes = Files.readAllBytes(request.site().resolve(asset.file()));
                return Optional.of(Assets.published(asset, bytes).bytes());
            }
        }
        return now.inputs().copies().stream()
                .filter(copy -> copy.output().equals(href))
                .findFirst()
                .map(CopiedFile::bytes);
    }

    /** Everything that is wrong with the source of an output path, and with the page made of it. */
    public List<Diagnostic> findings(String href) {
        State now = state;
        List<Diagnostic> found = new ArrayList<>();
        now.rendering().site().page(href).ifPresent(page -> {
            found.addAll(rendered(now, page).diagnostics());
            page.document().ifPresent(d -> {
                Optional.ofNullable(now.parsed().get(d.path())).ifPresent(p -> found.addAll(p.diagnostics()));
                Optional.ofNullable(now.assembly().portal().links().get(d.path()))
                        .ifPresent(r -> found.addAll(r.diagnostics()));
            });
        });
        return found.stream().sorted().distinct().toList();
    }

    /** What is wrong with the sources of the site; pages that were not asked for are not rendered for it. */
    public List<Diagnostic> findings() {
        State now = state;
        List<Diagnostic> found = new ArrayList<>(now.inputs().diagnostics());
        now.parsed().values().forEach(p -> found.addAll(p.diagnostics()));
        found.addAll(now.assembly().diagnostics());
        found.addAll(now.rendering().aliasDiagnostics());
        return found.stream().sorted().distinct().toList();
    }

    /** How many pages there are. */
    public int pages() {
        return state.rendering().site().pages().size();
    }

    /**
     * Takes changed files in.
     *
     * @param changed absolute paths of files that were written, created or deleted
     * @throws SettingsException when the settings are wrong now; the site stays as it was
     */
    public Update update(Set<Path> changed) throws IOException, SettingsException {
        Optional<Update> quick = quick(changed);
        if (quick.isPresent()) {
            return quick.get();
        }
        State before = state;
        state = assembled(request, before.entries(), Progress.NONE);
        return new Update(Set.of(), Set.of());
    }

    /** The way for changes of text in pages and partials that stay what they are otherwise. */
    private Optional<Update> quick(Set<Path> changed) {
        State before = state;
        Set<String> paths = new TreeSet<>();
        Map<String, byte[]> fresh = new HashMap<>();
        Path content =
                request.site().resolve(before.inputs().settings().folders().content());
        for (Path file : changed) {
            String path = file.startsWith(content)
                    ? content.relativize(file).toString().replace('\\', '/')
                    : "";
            if (!before.inputs().content().contains(path) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try {
                fresh.put(path, Files.readAllBytes(file));
            } catch (IOException e) {
                // It has just gone; the scan of the slow way says so.
                return Optional.empty();
            }
            paths.addAll(dependents(before, path));
        }
        return paths.isEmpty() ? Optional.empty() : replaced(before, paths, fresh);
    }

    private static Set<String> dependents(State state, String path) {
        Set<String> paths = new TreeSet<>();
        if (state.parsed().containsKey(path)) {
            paths.add(path);
        }
        String file = state.inputs().content().file(path);
        for (Parsed parsed : state.parsed().values()) {
            if (parsed.document().includes().stream().anyMatch(i -> i.file().equals(file))) {
                paths.add(parsed.document().path());
            }
        }
        return paths;
    }

    private Optional<Update> replaced(State before, Set<String> paths, Map<String, byte[]> fresh) {
        List<ScannedFile> pages = before.inputs().pages().stream()
                .filter(p -> paths.contains(p.path()))
                .toList();
        Overlay content = before.content().with(fresh);
        Parsing parsing = before.inputs().parsing(content);
        List<Parsed> parsed = parsing.parse(pages, Map.of(), Progress.NONE).parsed();
        Assembly assembly = before.assembly();
        Map<String, Parsed> all = new HashMap<>(before.parsed());
        Map<String, ParseCache.Entry> entries = new HashMap<>(before.entries());
        Set<String> hrefs = new TreeSet<>();
        for (Parsed page : parsed) {
            ParsedDocument document = page.document();
            Optional<Page> shown = assembly.portal().site().pageOf(document.path());
            Optional<ParsedDocument> old = shown.flatMap(Page::document);
            if (shown.isEmpty() || !old.map(o -> looksTheSame(o, document)).orElse(false)) {
                return Optional.empty();
            }
            assembly = assembly.with(document);
            all.put(document.path(), page);
            // The next slow way parses the page again: its digest is not known here.
            entries.remove(document.path());
            hrefs.add(shown.get().href());
        }
        Rendering rendering = before.rendering().with(assembly);
        Map<String, Rendering.Rendered> rendered = new ConcurrentHashMap<>(before.rendered());
        hrefs.forEach(rendered::remove);
        state = new State(before.inputs(), content, all, entries, assembly, rendering, rendered);
        return Optional.of(new Update(hrefs, paths));
    }

    /** Whether other pages show the same of both: title, metadata, headings, ids and where its links lead. */
    private static boolean looksTheSame(ParsedDocument a, ParsedDocument b) {
        return a.title().equals(b.title())
                && a.type().equals(b.type())
                && values(a.metadata()).equals(values(b.metadata()))
                && a.ids().equals(b.ids())
                && a.headings().stream()
                        .map(h -> h.level() + h.text())
                        .toList()
                        .equals(b.headings().stream()
                                .map(h -> h.level() + h.text())
                                .toList())
                && a.links().stream()
                        .map(l -> l.target())
                        .toList()
                        .equals(b.links().stream().map(l -> l.target()).toList());
    }

    private static Map<String, Object> values(Metadata metadata) {
        Map<String, Object> values = new HashMap<>();
        metadata.values().forEach((key, value) -> values.put(key, value.value()));
        return values;
    }

    private static Rendering.Rendered rendered(State state, Page page) {
        return state.rendered()
                .computeIfAbsent(page.href(), href -> state.rendering().page(page));
    }

    private static State assembled(Request request, Map<String, ParseCache.Entry> cached, Progress progress)
            throws IOException, SettingsException {
        Inputs inputs = Inputs.read(request);
        Parsing.Result parsing = inputs.parsing().parse(inputs.pages(), cached, progress);
        if (request.cache() && parsing.fresh() > 0) {
            new ParseCache(request.work().resolve("cache")).write(parsing.entries());
        }
        Circumstances given = inputs.circumstancesOfSite();
        Assembly assembly = Assembly.of(parsing.parsed(), given, inputs.workers());
        Map<String, Parsed> parsed = new HashMap<>();
        Map<String, ParseCache.Entry> entries = new HashMap<>();
        for (ParseCache.Entry entry : parsing.entries()) {
            parsed.put(entry.parsed().document().path(), entry.parsed());
            entries.put(entry.parsed().document().path(), entry);
        }
        Rendering rendering = new Rendering(assembly, given, inputs.theme());
        Overlay content = new Overlay(inputs.content(), Map.of());
        return new State(inputs, content, parsed, entries, assembly, rendering, new ConcurrentHashMap<>());
    }

    /** Scanned files of which some have new bytes, from the scan on. */
    private record Overlay(ContentFiles scanned, Map<String, byte[]> fresh) implements ContentFiles {
        Overlay with(Map<String, byte[]> fresher) {
            Map<String, byte[]> all = new HashMap<>(fresh);
            all.putAll(fresher);
            return new Overlay(scanned, Map.copyOf(all));
        }

        @Override
        public boolean contains(String path) {
            return scanned.contains(path);
        }

        @Override
        public Optional<byte[]> read(String path) throws IOException {
            byte[] bytes = fresh.get(path);
            return bytes == null ? scanned.read(path) : Optional.of(bytes);
        }

        @Override
        public String file(String path) {
            return scanned.file(path);
        }
    }
}
