package dev.tierzero.engine;

import dev.tierzero.api.Metadata;
import dev.tierzero.model.Parsed;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.ScannedFile;
import dev.tierzero.site.Page;
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
 * A change of text in pages, and in what they include, after which all other pages stay as they are.
 *
 * @param state after it
 * @param update what it did
 */
record QuickChange(LiveState state, LiveSite.Update update) {

    /**
     * The change, when it is of this kind.
     *
     * @param site the site's folder
     * @param changed absolute paths of files
     */
    static Optional<QuickChange> of(LiveState before, Path site, Set<Path> changed) {
        Set<String> paths = new TreeSet<>();
        Map<String, byte[]> fresh = new HashMap<>();
        Path content = site.resolve(before.inputs().settings().folders().content());
        for (Path file : changed) {
            String path = file.startsWith(content)
                    ? content.relativize(file).toString().replace('\\', '/')
                    : "";
            Set<String> dependents = dependents(before, path);
            if (dependents.isEmpty() || !before.inputs().content().contains(path) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try {
                fresh.put(path, Files.readAllBytes(file));
            } catch (IOException e) {
                // It has just gone; the scan of the slow way says so.
                return Optional.empty();
            }
            paths.addAll(dependents);
        }
        return paths.isEmpty()
                ? Optional.empty()
                : replaced(before, paths, before.content().with(fresh));
    }

    /** Pages made from a file. */
    private static Set<String> dependents(LiveState state, String path) {
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

    private static Optional<QuickChange> replaced(LiveState before, Set<String> paths, Overlay content) {
        List<ScannedFile> pages = before.inputs().pages().stream()
                .filter(p -> paths.contains(p.path()))
                .toList();
        Parsing parsing = Parsing.of(before.inputs(), content);
        Assembly assembly = before.assembly();
        Map<String, Parsed> all = new HashMap<>(before.parsed());
        Map<String, ParseCache.Entry> entries = new HashMap<>(before.entries());
        Map<String, Rendering.Rendered> rendered = new ConcurrentHashMap<>(before.rendered());
        Set<String> hrefs = new TreeSet<>();
        List<ParsedDocument> changed = new ArrayList<>();
        for (Parsed page : parsing.parse(pages, Map.of(), Progress.NONE).parsed()) {
            ParsedDocument document = page.document();
            Optional<Page> shown = assembly.portal().site().pageOf(document.path());
            Optional<ParsedDocument> old = shown.flatMap(Page::document);
            if (shown.isEmpty() || !old.map(o -> looksTheSame(o, document)).orElse(false)) {
                return Optional.empty();
            }
            assembly = assembly.with(document);
            changed.add(document);
            all.put(document.path(), page);
            // The next slow way parses the page again: its digest is not known here.
            entries.remove(document.path());
            hrefs.add(shown.get().href());
            rendered.remove(shown.get().href());
        }
        Rendering rendering = before.rendering().with(assembly, content);
        // Copies of surviving pages show parts of others.
        for (Page page : rendering.rungs().surviving()) {
            rendered.remove(page.href());
            hrefs.add(page.oneFile());
            if (hrefs.contains(page.href())) {
                hrefs.add(page.sourceText());
            }
        }
        // It lists the codes of texts.
        rendered.remove(Page.COPIES);
        if (rendering.site().page(Page.COPIES).isPresent()) {
            hrefs.add(Page.COPIES);
        }
        PluginStages plugged = replugged(before, all, changed);
        return Optional.of(new QuickChange(
                new LiveState(
                        before.inputs(),
                        content,
                        all,
                        entries,
                        assembly,
                        rendering,
                        before.plugins(),
                        plugged,
                        before.data(),
                        rendered,
                        new Searching(before.inputs(), rendering.site().pages())),
                new LiveSite.Update(hrefs, paths)));
    }

    /** What plugins contribute stays as it was at the last scan; the changed pages are checked again. */
    private static PluginStages replugged(LiveState before, Map<String, Parsed> all, List<ParsedDocument> changed) {
        Inputs inputs = before.inputs();
        Circumstances given = inputs.circumstancesOfSite();
        List<ParsedDocument> shown = Assembly.shown(List.copyOf(all.values()), given);
        return before.plugged().rechecked(before.plugins(), shown, changed, given, before.data(), inputs.workers());
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
}
