package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.Parsed;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.ScannedFile;
import dev.tierzero.render.Notices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Everything between the files and the bytes.
 *
 * @param assembly of the pages
 * @param rendering of the assembly
 * @param fresh paths of pages that were not as they are now at the last run
 * @param found so far
 * @param data that collectors brought
 * @param plugins of the run
 * @param plugged what they did
 * @param parsing what the parse stage gave
 * @param copies that the last run made
 */
record Stage(
        Assembly assembly,
        Rendering rendering,
        Set<String> fresh,
        List<Diagnostic> found,
        Collection data,
        Plugins plugins,
        PluginStages plugged,
        Parsing.Result parsing,
        CopyStore copies) {

    /** @param collected the data, when it was collected before */
    static Stage of(Inputs inputs, Optional<Collection> collected, Progress progress) throws IOException {
        Request request = inputs.request();
        ParseCache cache = new ParseCache(request.work().resolve("cache"));
        Map<String, ParseCache.Entry> cached = request.cache() ? cache.read() : Map.of();
        return of(inputs, collected, cached, progress);
    }

    /** @param cached pages as they were parsed before, by path */
    static Stage of(
            Inputs inputs, Optional<Collection> collected, Map<String, ParseCache.Entry> cached, Progress progress)
            throws IOException {
        Request request = inputs.request();
        Plugins plugins = Plugins.of(inputs);
        CompletableFuture<Collection> collecting = collected
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> CompletableFuture.supplyAsync(() -> Collection.of(plugins)));
        Parsing.Result parsing = Parsing.of(inputs, inputs.content()).parse(inputs.pages(), cached, progress);
        if (request.cache()
                && (parsing.fresh() > 0 || cached.size() != parsing.entries().size())) {
            new ParseCache(request.work().resolve("cache")).write(parsing.entries());
        }
        Collection data = arrived(collecting);
        Circumstances given = inputs.circumstancesOfSite();
        List<ParsedDocument> shown = Assembly.shown(parsing.parsed(), given);
        Surroundings around = Surroundings.of(inputs, given, shown, data, parsing);
        Path checked = request.work().resolve("cache").resolve("checked-pages");
        CheckedPages before = request.cache() ? CheckedPages.read(checked) : CheckedPages.NONE;
        PluginStages plugged = PluginStages.of(plugins, shown, given, data, inputs.workers(), around, before);
        if (request.cache() && !plugged.checked().equals(before)) {
            plugged.checked().write(checked);
        }
        Contributions contributions = plugged.contributions();
        Assembly assembly = Assembly.of(parsing.parsed(), contributions, given, inputs.workers());
        Rendering plain = new Rendering(
                assembly,
                contributions.files(),
                given,
                inputs.theme(),
                new Published(inputs.content(), inputs.assets()));
        CopyStore copies =
                CopyStore.of(inputs, VerifiedPages.of(inputs, plain, contributions, parsing.entries()), plain.site());
        Rendering rendering = plain.reusing(copies);
        List<Diagnostic> found = new ArrayList<>(inputs.diagnostics());
        parsing.parsed().forEach(p -> found.addAll(p.diagnostics()));
        for (ScannedFile asset : inputs.assets()) {
            found.addAll(Assets.diagnostics(asset, inputs));
        }
        found.addAll(plugged.diagnostics());
        found.addAll(assembly.diagnostics());
        found.addAll(rendering.diagnostics());
        Set<String> fresh = fresh(parsing, cached, contributions);
        return new Stage(assembly, rendering, fresh, found, data, plugins, plugged, parsing, copies);
    }

    /** The same pages, each of which says something else besides its own text. */
    Stage with(Inputs inputs, Notices notices) {
        Circumstances given = inputs.circumstancesOfSite().with(notices);
        Assembly other = Assembly.of(parsing.parsed(), contributions(), given, inputs.workers());
        Rendering rendered = new Rendering(
                other,
                contributions().files(),
                given,
                inputs.theme(),
                new Published(inputs.content(), inputs.assets()));
        return new Stage(other, rendered, fresh, found, data, plugins, plugged, parsing, copies);
    }

    private static Collection arrived(CompletableFuture<Collection> collecting) throws IOException {
        try {
            return collecting.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw e;
        }
    }

    private static Set<String> fresh(
            Parsing.Result parsing, Map<String, ParseCache.Entry> cached, Contributions contributions) {
        Set<String> fresh = new HashSet<>();
        List<Parsed> parsed = parsing.parsed();
        for (int i = 0; i < parsed.size(); i++) {
            String path = parsed.get(i).document().path();
            ParseCache.Entry before = cached.get(path);
            if (before == null || !before.isSame(parsing.entries().get(i))) {
                fresh.add(path);
            }
        }
        contributions.pages().forEach(page -> fresh.add(page.path()));
        return fresh;
    }

    Contributions contributions() {
        return plugged.contributions();
    }

    /** What the published site is made of. */
    String fingerprint(Inputs inputs) {
        return inputs.fingerprint() + data.mark();
    }
}
