package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.ScannedFile;
import dev.tierzero.search.SearchIndex;
import dev.tierzero.site.Page;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A site kept in memory and brought up to date change by change. A page is rendered when it is asked for. A change of text costs the
 * parse of one page; anything else assembles the site anew from pages parsed before. Reading is safe for all threads; {@link
 * #update} is for one.
 */
public final class LiveSite {

    private final Request request;
    private volatile LiveState state;

    /**
     * What a change did.
     *
     * @param hrefs output paths that look different now; empty means all
     * @param paths content files that were parsed
     */
    public record Update(Set<String> hrefs, Set<String> paths) {}

    private LiveSite(Request request, LiveState state) {
        this.request = request;
        this.state = state;
    }

    /** Loads a site. */
    public static LiveSite load(Request request, Progress progress) throws IOException, SettingsException {
        Map<String, ParseCache.Entry> cached =
                request.cache() ? new ParseCache(request.work().resolve("cache")).read() : Map.of();
        return new LiveSite(request, LiveState.assembled(request, cached, Optional.empty(), progress));
    }

    /** The bytes of an output path; empty when the site has no such file. A page whose template fails has no bytes: see its findings. */
    public Optional<byte[]> bytes(String href) throws IOException {
        LiveState now = state;
        Optional<Page> page = now.rendering().site().page(href);
        if (page.isPresent()) {
            return Optional.of(now.rendered(page.get()).bytes());
        }
        byte[] companion = now.rendering().companions().get(href);
        if (companion != null) {
            return Optional.of(companion);
        }
        if (href.startsWith(SearchIndex.FOLDER)) {
            return Optional.ofNullable(now.searching().index().files().get(href));
        }
        Optional<Page> surviving = now.rendering().rungs().pageOf(href);
        if (surviving.isPresent()) {
            return Optional.ofNullable(now.rendered(surviving.get()).rungs().get(href));
        }
        for (ScannedFile asset : now.inputs().assets()) {
            if (asset.output().equals(href)) {
                byte[] bytes = Files.readAllBytes(request.site().resolve(asset.file()));
                return Optional.of(Assets.published(asset, bytes).bytes());
            }
        }
        return Optional.empty();
    }

    /** The Content-Security-Policy of the site. */
    public String contentSecurityPolicy() {
        return state.rendering().rungs().policy().text();
    }

    /** Everything that is wrong with the source of an output path, and with the page made of it. */
    public List<Diagnostic> findings(String href) {
        LiveState now = state;
        List<Diagnostic> found = new ArrayList<>();
        now.rendering().site().page(href).ifPresent(page -> {
            found.addAll(now.rendered(page).diagnostics());
            page.document().ifPresent(d -> {
                Optional.ofNullable(now.parsed().get(d.path())).ifPresent(p -> found.addAll(p.diagnostics()));
                Optional.ofNullable(now.assembly().portal().links().get(d.path()))
                        .ifPresent(r -> found.addAll(r.diagnostics()));
                now.plugged().diagnostics().stream()
                        .filter(f -> f.position().file().equals(d.file()))
                        .forEach(found::add);
            });
        });
        return now.settlement().settledPart(found);
    }

    /** What is wrong with the sources of the site; pages that were not asked for are not rendered for it. */
    public List<Diagnostic> findings() {
        LiveState now = state;
        List<Diagnostic> found = new ArrayList<>(now.inputs().diagnostics());
        now.parsed().values().forEach(p -> found.addAll(p.diagnostics()));
        found.addAll(now.plugged().diagnostics());
        found.addAll(now.assembly().diagnostics());
        found.addAll(now.rendering().diagnostics());
        return now.settlement().settled(found);
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
        Optional<QuickChange> quick = QuickChange.of(state, request.site(), changed);
        if (quick.isPresent()) {
            state = quick.get().state();
            return quick.get().update();
        }
        state = LiveState.assembled(request, state.entries(), Optional.of(state), Progress.NONE);
        return new Update(Set.of(), Set.of());
    }
}
