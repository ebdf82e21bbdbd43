package dev.tierzero.engine;

import dev.tierzero.model.Parsed;
import dev.tierzero.site.Page;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A live site between two changes. Nothing in it changes but the pages rendered so far.
 *
 * @param inputs as they were at the last scan
 * @param content the scanned files with those changed since
 * @param parsed every page by path
 * @param entries pages for the next scan, without those changed since the last
 * @param assembly of the parsed pages
 * @param rendering of the assembly
 * @param plugins as they were at the last scan
 * @param plugged what they did
 * @param data that collectors brought
 * @param rendered pages that were asked for, by output path
 * @param searching makes the search index when it is first asked for
 */
record LiveState(
        Inputs inputs,
        Overlay content,
        Map<String, Parsed> parsed,
        Map<String, ParseCache.Entry> entries,
        Assembly assembly,
        Rendering rendering,
        Plugins plugins,
        PluginStages plugged,
        Collection data,
        Map<String, Rendering.Rendered> rendered,
        Searching searching) {

    /**
     * Reads the site; pages that have not changed come from the cache.
     *
     * @param before the preview so far: while the data files stay as they are, its live data is kept
     */
    static LiveState assembled(
            Request request, Map<String, ParseCache.Entry> cached, Optional<LiveState> before, Progress progress)
            throws IOException, SettingsException {
        Inputs inputs = Inputs.read(request);
        Optional<Collection> collected = before.filter(
                        b -> b.data().outside() && dataOf(b.inputs()).equals(dataOf(inputs)))
                .map(LiveState::data);
        Stage stage = Stage.of(inputs, collected, cached, progress);
        Map<String, Parsed> parsed = new HashMap<>();
        Map<String, ParseCache.Entry> entries = new HashMap<>();
        for (ParseCache.Entry entry : stage.parsing().entries()) {
            parsed.put(entry.parsed().document().path(), entry.parsed());
            entries.put(entry.parsed().document().path(), entry);
        }
        Overlay content = new Overlay(inputs.content(), Map.of());
        return new LiveState(
                inputs,
                content,
                parsed,
                entries,
                stage.assembly(),
                stage.rendering(),
                stage.plugins(),
                stage.plugged(),
                stage.data(),
                new ConcurrentHashMap<>(),
                new Searching(inputs, stage.rendering().site().pages()));
    }

    /** What is settled about the findings. */
    Settlement settlement() {
        return Settlement.of(inputs, content, parsed.values(), assembly.drafts());
    }

    /** Digests of the data files and the settings of plugins. */
    private static String dataOf(Inputs inputs) {
        Digest digest = new Digest().add(inputs.settings().plugins().toString());
        inputs.files().stream().filter(file -> file.path().startsWith("_data/")).forEach(file -> digest.add(file.path())
                .add(file.sha256()));
        return digest.hex();
    }

    /** A page, rendered when it is first asked for. */
    Rendering.Rendered rendered(Page page) {
        return rendered.computeIfAbsent(page.href(), href -> rendering.page(page));
    }
}
